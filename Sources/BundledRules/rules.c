// Made by generate.sh: the files of Rules/ that the program carries inside.
#include "BundledRules.h"

static const unsigned char file_0[] = {
#embed "../../Rules/codelists/intl-countries.yaml"
};
static const unsigned char file_1[] = {
#embed "../../Rules/codelists/intl-ctd-sections.yaml"
};
static const unsigned char file_2[] = {
#embed "../../Rules/codelists/intl-currencies.yaml"
};
static const unsigned char file_3[] = {
#embed "../../Rules/codelists/intl-inn-stems.yaml"
};
static const unsigned char file_4[] = {
#embed "../../Rules/codelists/intl-iso-15223-symbols.yaml"
};
static const unsigned char file_5[] = {
#embed "../../Rules/codelists/intl-languages.yaml"
};
static const unsigned char file_6[] = {
#embed "../../Rules/samples/hearing-aid.yaml"
};
static const unsigned char file_7[] = {
#embed "../../Rules/samples/metformin.yaml"
};
static const unsigned char file_8[] = {
#embed "../../Rules/schema/common.yaml"
};
static const unsigned char file_9[] = {
#embed "../../Rules/schema/device.yaml"
};
static const unsigned char file_10[] = {
#embed "../../Rules/schema/medicine.yaml"
};

static const bundled_rule_file files[] = {
  {"codelists/intl-countries.yaml", file_0, sizeof file_0},
  {"codelists/intl-ctd-sections.yaml", file_1, sizeof file_1},
  {"codelists/intl-currencies.yaml", file_2, sizeof file_2},
  {"codelists/intl-inn-stems.yaml", file_3, sizeof file_3},
  {"codelists/intl-iso-15223-symbols.yaml", file_4, sizeof file_4},
  {"codelists/intl-languages.yaml", file_5, sizeof file_5},
  {"samples/hearing-aid.yaml", file_6, sizeof file_6},
  {"samples/metformin.yaml", file_7, sizeof file_7},
  {"schema/common.yaml", file_8, sizeof file_8},
  {"schema/device.yaml", file_9, sizeof file_9},
  {"schema/medicine.yaml", file_10, sizeof file_10},
};

const int bundled_rules_count = sizeof files / sizeof *files;

bundled_rule_file bundled_rule(int index) { return files[index]; }
