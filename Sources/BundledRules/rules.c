#include "BundledRules.h"
