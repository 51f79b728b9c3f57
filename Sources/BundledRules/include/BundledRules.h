#pragma once
#include <stddef.h>

/// One file of the rules folder, as it stood when the program was built.
typedef struct {
  const char *_Nonnull path;
  const unsigned char *_Nonnull bytes;
  ptrdiff_t count;
} bundled_rule_file;

/// The number of files.
extern const int bundled_rules_count;

/// Returns a file by its index from 0.
bundled_rule_file bundled_rule(int index);
