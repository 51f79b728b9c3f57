// Made by generate.sh: the files of Rules/ that the program carries inside.
#include "BundledRules.h"

static const unsigned char file_0[] = {
#embed "../../Rules/NOT-CHECKED.md"
};
static const unsigned char file_1[] = {
#embed "../../Rules/acts/eaeu-devices.yaml"
};
static const unsigned char file_2[] = {
#embed "../../Rules/acts/eaeu-medicines-dossier.yaml"
};
static const unsigned char file_3[] = {
#embed "../../Rules/acts/eaeu-medicines.yaml"
};
static const unsigned char file_4[] = {
#embed "../../Rules/acts/international.yaml"
};
static const unsigned char file_5[] = {
#embed "../../Rules/acts/ir-devices.yaml"
};
static const unsigned char file_6[] = {
#embed "../../Rules/acts/ir-further.yaml"
};
static const unsigned char file_7[] = {
#embed "../../Rules/acts/ir-medicines.yaml"
};
static const unsigned char file_8[] = {
#embed "../../Rules/acts/ru-devices-evidence.yaml"
};
static const unsigned char file_9[] = {
#embed "../../Rules/acts/ru-devices-market.yaml"
};
static const unsigned char file_10[] = {
#embed "../../Rules/acts/ru-devices.yaml"
};
static const unsigned char file_11[] = {
#embed "../../Rules/acts/ru-medicines-market.yaml"
};
static const unsigned char file_12[] = {
#embed "../../Rules/acts/ru-medicines.yaml"
};
static const unsigned char file_13[] = {
#embed "../../Rules/acts/ru-replaced.yaml"
};
static const unsigned char file_14[] = {
#embed "../../Rules/base/amounts.yaml"
};
static const unsigned char file_15[] = {
#embed "../../Rules/base/codes.yaml"
};
static const unsigned char file_16[] = {
#embed "../../Rules/base/content.yaml"
};
static const unsigned char file_17[] = {
#embed "../../Rules/base/dates.yaml"
};
static const unsigned char file_18[] = {
#embed "../../Rules/base/device.yaml"
};
static const unsigned char file_19[] = {
#embed "../../Rules/base/exchange.yaml"
};
static const unsigned char file_20[] = {
#embed "../../Rules/base/files.yaml"
};
static const unsigned char file_21[] = {
#embed "../../Rules/base/formats.yaml"
};
static const unsigned char file_22[] = {
#embed "../../Rules/base/identifiers.yaml"
};
static const unsigned char file_23[] = {
#embed "../../Rules/base/labels.yaml"
};
static const unsigned char file_24[] = {
#embed "../../Rules/base/links.yaml"
};
static const unsigned char file_25[] = {
#embed "../../Rules/base/pack.yaml"
};
static const unsigned char file_26[] = {
#embed "../../Rules/base/product.yaml"
};
static const unsigned char file_27[] = {
#embed "../../Rules/base/references.yaml"
};
static const unsigned char file_28[] = {
#embed "../../Rules/base/studies.yaml"
};
static const unsigned char file_29[] = {
#embed "../../Rules/codelists/eaeu-dev-annex-4-documents.yaml"
};
static const unsigned char file_30[] = {
#embed "../../Rules/codelists/eaeu-dev-document-types.yaml"
};
static const unsigned char file_31[] = {
#embed "../../Rules/codelists/eaeu-dev-tnved-headings.yaml"
};
static const unsigned char file_32[] = {
#embed "../../Rules/codelists/eaeu-med-advertising-words.yaml"
};
static const unsigned char file_33[] = {
#embed "../../Rules/codelists/eaeu-med-leaflet-headings.yaml"
};
static const unsigned char file_34[] = {
#embed "../../Rules/codelists/eaeu-med-smpc-headings.yaml"
};
static const unsigned char file_35[] = {
#embed "../../Rules/codelists/eaeu-procedures.yaml"
};
static const unsigned char file_36[] = {
#embed "../../Rules/codelists/eaeu-states.yaml"
};
static const unsigned char file_37[] = {
#embed "../../Rules/codelists/intl-climatic-zones.yaml"
};
static const unsigned char file_38[] = {
#embed "../../Rules/codelists/intl-countries.yaml"
};
static const unsigned char file_39[] = {
#embed "../../Rules/codelists/intl-currencies.yaml"
};
static const unsigned char file_40[] = {
#embed "../../Rules/codelists/intl-inn-stems.yaml"
};
static const unsigned char file_41[] = {
#embed "../../Rules/codelists/intl-iso-15223-symbols.yaml"
};
static const unsigned char file_42[] = {
#embed "../../Rules/codelists/intl-languages.yaml"
};
static const unsigned char file_43[] = {
#embed "../../Rules/codelists/intl-ucum-units.yaml"
};
static const unsigned char file_44[] = {
#embed "../../Rules/codelists/ir-dev-after-sales.yaml"
};
static const unsigned char file_45[] = {
#embed "../../Rules/codelists/ir-dev-risk-classes.yaml"
};
static const unsigned char file_46[] = {
#embed "../../Rules/codelists/ir-dev-sted-chapters.yaml"
};
static const unsigned char file_47[] = {
#embed "../../Rules/codelists/ru-dev-1684-documents.yaml"
};
static const unsigned char file_48[] = {
#embed "../../Rules/codelists/ru-dev-181n-sections.yaml"
};
static const unsigned char file_49[] = {
#embed "../../Rules/codelists/ru-dev-552-documents.yaml"
};
static const unsigned char file_50[] = {
#embed "../../Rules/codelists/ru-dev-changes-without-examination.yaml"
};
static const unsigned char file_51[] = {
#embed "../../Rules/codelists/ru-dev-ifu-sections.yaml"
};
static const unsigned char file_52[] = {
#embed "../../Rules/codelists/ru-dev-ifu-software-sections.yaml"
};
static const unsigned char file_53[] = {
#embed "../../Rules/codelists/ru-dev-ivd-sections.yaml"
};
static const unsigned char file_54[] = {
#embed "../../Rules/codelists/ru-dev-marking-groups.yaml"
};
static const unsigned char file_55[] = {
#embed "../../Rules/codelists/ru-dev-marking-okpd2.yaml"
};
static const unsigned char file_56[] = {
#embed "../../Rules/codelists/ru-med-special-regimes.yaml"
};
static const unsigned char file_57[] = {
#embed "../../Rules/codelists/ru-minsk-convention-states.yaml"
};
static const unsigned char file_58[] = {
#embed "../../Rules/codelists/ru-registration-series.yaml"
};
static const unsigned char file_59[] = {
#embed "../../Rules/eaeu/devices/application.yaml"
};
static const unsigned char file_60[] = {
#embed "../../Rules/eaeu/devices/classification.yaml"
};
static const unsigned char file_61[] = {
#embed "../../Rules/eaeu/devices/clinical.yaml"
};
static const unsigned char file_62[] = {
#embed "../../Rules/eaeu/devices/evidence.yaml"
};
static const unsigned char file_63[] = {
#embed "../../Rules/eaeu/devices/labelling.yaml"
};
static const unsigned char file_64[] = {
#embed "../../Rules/eaeu/devices/lifecycle.yaml"
};
static const unsigned char file_65[] = {
#embed "../../Rules/eaeu/devices/pack.yaml"
};
static const unsigned char file_66[] = {
#embed "../../Rules/eaeu/devices/quality.yaml"
};
static const unsigned char file_67[] = {
#embed "../../Rules/eaeu/devices/registration.yaml"
};
static const unsigned char file_68[] = {
#embed "../../Rules/eaeu/devices/technical-file.yaml"
};
static const unsigned char file_69[] = {
#embed "../../Rules/eaeu/devices/vigilance.yaml"
};
static const unsigned char file_70[] = {
#embed "../../Rules/eaeu/medicines/application.yaml"
};
static const unsigned char file_71[] = {
#embed "../../Rules/eaeu/medicines/clinical.yaml"
};
static const unsigned char file_72[] = {
#embed "../../Rules/eaeu/medicines/composition.yaml"
};
static const unsigned char file_73[] = {
#embed "../../Rules/eaeu/medicines/dossier.yaml"
};
static const unsigned char file_74[] = {
#embed "../../Rules/eaeu/medicines/gmp.yaml"
};
static const unsigned char file_75[] = {
#embed "../../Rules/eaeu/medicines/labelling.yaml"
};
static const unsigned char file_76[] = {
#embed "../../Rules/eaeu/medicines/leaflet.yaml"
};
static const unsigned char file_77[] = {
#embed "../../Rules/eaeu/medicines/lifecycle.yaml"
};
static const unsigned char file_78[] = {
#embed "../../Rules/eaeu/medicines/marking.yaml"
};
static const unsigned char file_79[] = {
#embed "../../Rules/eaeu/medicines/pack.yaml"
};
static const unsigned char file_80[] = {
#embed "../../Rules/eaeu/medicines/quality.yaml"
};
static const unsigned char file_81[] = {
#embed "../../Rules/eaeu/medicines/registration.yaml"
};
static const unsigned char file_82[] = {
#embed "../../Rules/eaeu/medicines/route.yaml"
};
static const unsigned char file_83[] = {
#embed "../../Rules/eaeu/medicines/stability.yaml"
};
static const unsigned char file_84[] = {
#embed "../../Rules/eaeu/medicines/vigilance.yaml"
};
static const unsigned char file_85[] = {
#embed "../../Rules/ir/devices/after-sales.yaml"
};
static const unsigned char file_86[] = {
#embed "../../Rules/ir/devices/conformity.yaml"
};
static const unsigned char file_87[] = {
#embed "../../Rules/ir/devices/identification.yaml"
};
static const unsigned char file_88[] = {
#embed "../../Rules/ir/devices/label-contents.yaml"
};
static const unsigned char file_89[] = {
#embed "../../Rules/ir/devices/labelling.yaml"
};
static const unsigned char file_90[] = {
#embed "../../Rules/ir/devices/obligations.yaml"
};
static const unsigned char file_91[] = {
#embed "../../Rules/ir/devices/pack.yaml"
};
static const unsigned char file_92[] = {
#embed "../../Rules/ir/devices/registration-file.yaml"
};
static const unsigned char file_93[] = {
#embed "../../Rules/ir/devices/registration.yaml"
};
static const unsigned char file_94[] = {
#embed "../../Rules/ir/devices/shipments.yaml"
};
static const unsigned char file_95[] = {
#embed "../../Rules/ir/devices/supply.yaml"
};
static const unsigned char file_96[] = {
#embed "../../Rules/ir/devices/technical-file.yaml"
};
static const unsigned char file_97[] = {
#embed "../../Rules/ir/medicines/application.yaml"
};
static const unsigned char file_98[] = {
#embed "../../Rules/ir/medicines/bioequivalence.yaml"
};
static const unsigned char file_99[] = {
#embed "../../Rules/ir/medicines/biological.yaml"
};
static const unsigned char file_100[] = {
#embed "../../Rules/ir/medicines/certificates.yaml"
};
static const unsigned char file_101[] = {
#embed "../../Rules/ir/medicines/companies.yaml"
};
static const unsigned char file_102[] = {
#embed "../../Rules/ir/medicines/dossier.yaml"
};
static const unsigned char file_103[] = {
#embed "../../Rules/ir/medicines/gmp.yaml"
};
static const unsigned char file_104[] = {
#embed "../../Rules/ir/medicines/import.yaml"
};
static const unsigned char file_105[] = {
#embed "../../Rules/ir/medicines/labelling.yaml"
};
static const unsigned char file_106[] = {
#embed "../../Rules/ir/medicines/natural.yaml"
};
static const unsigned char file_107[] = {
#embed "../../Rules/ir/medicines/pack.yaml"
};
static const unsigned char file_108[] = {
#embed "../../Rules/ir/medicines/packs.yaml"
};
static const unsigned char file_109[] = {
#embed "../../Rules/ir/medicines/pricing.yaml"
};
static const unsigned char file_110[] = {
#embed "../../Rules/ir/medicines/registration.yaml"
};
static const unsigned char file_111[] = {
#embed "../../Rules/ir/medicines/safety.yaml"
};
static const unsigned char file_112[] = {
#embed "../../Rules/ir/medicines/stability.yaml"
};
static const unsigned char file_113[] = {
#embed "../../Rules/ir/medicines/tracing.yaml"
};
static const unsigned char file_114[] = {
#embed "../../Rules/ru/devices/application.yaml"
};
static const unsigned char file_115[] = {
#embed "../../Rules/ru/devices/classification.yaml"
};
static const unsigned char file_116[] = {
#embed "../../Rules/ru/devices/clinical.yaml"
};
static const unsigned char file_117[] = {
#embed "../../Rules/ru/devices/evidence.yaml"
};
static const unsigned char file_118[] = {
#embed "../../Rules/ru/devices/import.yaml"
};
static const unsigned char file_119[] = {
#embed "../../Rules/ru/devices/labelling.yaml"
};
static const unsigned char file_120[] = {
#embed "../../Rules/ru/devices/lifecycle.yaml"
};
static const unsigned char file_121[] = {
#embed "../../Rules/ru/devices/marking.yaml"
};
static const unsigned char file_122[] = {
#embed "../../Rules/ru/devices/pack.yaml"
};
static const unsigned char file_123[] = {
#embed "../../Rules/ru/devices/quality.yaml"
};
static const unsigned char file_124[] = {
#embed "../../Rules/ru/devices/registration.yaml"
};
static const unsigned char file_125[] = {
#embed "../../Rules/ru/devices/technical-file.yaml"
};
static const unsigned char file_126[] = {
#embed "../../Rules/ru/devices/vigilance.yaml"
};
static const unsigned char file_127[] = {
#embed "../../Rules/ru/medicines/application.yaml"
};
static const unsigned char file_128[] = {
#embed "../../Rules/ru/medicines/distribution.yaml"
};
static const unsigned char file_129[] = {
#embed "../../Rules/ru/medicines/gmp.yaml"
};
static const unsigned char file_130[] = {
#embed "../../Rules/ru/medicines/labelling.yaml"
};
static const unsigned char file_131[] = {
#embed "../../Rules/ru/medicines/marking.yaml"
};
static const unsigned char file_132[] = {
#embed "../../Rules/ru/medicines/pack.yaml"
};
static const unsigned char file_133[] = {
#embed "../../Rules/ru/medicines/prices.yaml"
};
static const unsigned char file_134[] = {
#embed "../../Rules/ru/medicines/registration.yaml"
};
static const unsigned char file_135[] = {
#embed "../../Rules/ru/medicines/release.yaml"
};
static const unsigned char file_136[] = {
#embed "../../Rules/ru/medicines/route.yaml"
};
static const unsigned char file_137[] = {
#embed "../../Rules/ru/medicines/vigilance.yaml"
};
static const unsigned char file_138[] = {
#embed "../../Rules/samples/hearing-aid.yaml"
};
static const unsigned char file_139[] = {
#embed "../../Rules/samples/metformin.yaml"
};
static const unsigned char file_140[] = {
#embed "../../Rules/schema/common.yaml"
};
static const unsigned char file_141[] = {
#embed "../../Rules/schema/device.yaml"
};
static const unsigned char file_142[] = {
#embed "../../Rules/schema/medicine.yaml"
};

static const bundled_rule_file files[] = {
  {"NOT-CHECKED.md", file_0, sizeof file_0},
  {"acts/eaeu-devices.yaml", file_1, sizeof file_1},
  {"acts/eaeu-medicines-dossier.yaml", file_2, sizeof file_2},
  {"acts/eaeu-medicines.yaml", file_3, sizeof file_3},
  {"acts/international.yaml", file_4, sizeof file_4},
  {"acts/ir-devices.yaml", file_5, sizeof file_5},
  {"acts/ir-further.yaml", file_6, sizeof file_6},
  {"acts/ir-medicines.yaml", file_7, sizeof file_7},
  {"acts/ru-devices-evidence.yaml", file_8, sizeof file_8},
  {"acts/ru-devices-market.yaml", file_9, sizeof file_9},
  {"acts/ru-devices.yaml", file_10, sizeof file_10},
  {"acts/ru-medicines-market.yaml", file_11, sizeof file_11},
  {"acts/ru-medicines.yaml", file_12, sizeof file_12},
  {"acts/ru-replaced.yaml", file_13, sizeof file_13},
  {"base/amounts.yaml", file_14, sizeof file_14},
  {"base/codes.yaml", file_15, sizeof file_15},
  {"base/content.yaml", file_16, sizeof file_16},
  {"base/dates.yaml", file_17, sizeof file_17},
  {"base/device.yaml", file_18, sizeof file_18},
  {"base/exchange.yaml", file_19, sizeof file_19},
  {"base/files.yaml", file_20, sizeof file_20},
  {"base/formats.yaml", file_21, sizeof file_21},
  {"base/identifiers.yaml", file_22, sizeof file_22},
  {"base/labels.yaml", file_23, sizeof file_23},
  {"base/links.yaml", file_24, sizeof file_24},
  {"base/pack.yaml", file_25, sizeof file_25},
  {"base/product.yaml", file_26, sizeof file_26},
  {"base/references.yaml", file_27, sizeof file_27},
  {"base/studies.yaml", file_28, sizeof file_28},
  {"codelists/eaeu-dev-annex-4-documents.yaml", file_29, sizeof file_29},
  {"codelists/eaeu-dev-document-types.yaml", file_30, sizeof file_30},
  {"codelists/eaeu-dev-tnved-headings.yaml", file_31, sizeof file_31},
  {"codelists/eaeu-med-advertising-words.yaml", file_32, sizeof file_32},
  {"codelists/eaeu-med-leaflet-headings.yaml", file_33, sizeof file_33},
  {"codelists/eaeu-med-smpc-headings.yaml", file_34, sizeof file_34},
  {"codelists/eaeu-procedures.yaml", file_35, sizeof file_35},
  {"codelists/eaeu-states.yaml", file_36, sizeof file_36},
  {"codelists/intl-climatic-zones.yaml", file_37, sizeof file_37},
  {"codelists/intl-countries.yaml", file_38, sizeof file_38},
  {"codelists/intl-currencies.yaml", file_39, sizeof file_39},
  {"codelists/intl-inn-stems.yaml", file_40, sizeof file_40},
  {"codelists/intl-iso-15223-symbols.yaml", file_41, sizeof file_41},
  {"codelists/intl-languages.yaml", file_42, sizeof file_42},
  {"codelists/intl-ucum-units.yaml", file_43, sizeof file_43},
  {"codelists/ir-dev-after-sales.yaml", file_44, sizeof file_44},
  {"codelists/ir-dev-risk-classes.yaml", file_45, sizeof file_45},
  {"codelists/ir-dev-sted-chapters.yaml", file_46, sizeof file_46},
  {"codelists/ru-dev-1684-documents.yaml", file_47, sizeof file_47},
  {"codelists/ru-dev-181n-sections.yaml", file_48, sizeof file_48},
  {"codelists/ru-dev-552-documents.yaml", file_49, sizeof file_49},
  {"codelists/ru-dev-changes-without-examination.yaml", file_50, sizeof file_50},
  {"codelists/ru-dev-ifu-sections.yaml", file_51, sizeof file_51},
  {"codelists/ru-dev-ifu-software-sections.yaml", file_52, sizeof file_52},
  {"codelists/ru-dev-ivd-sections.yaml", file_53, sizeof file_53},
  {"codelists/ru-dev-marking-groups.yaml", file_54, sizeof file_54},
  {"codelists/ru-dev-marking-okpd2.yaml", file_55, sizeof file_55},
  {"codelists/ru-med-special-regimes.yaml", file_56, sizeof file_56},
  {"codelists/ru-minsk-convention-states.yaml", file_57, sizeof file_57},
  {"codelists/ru-registration-series.yaml", file_58, sizeof file_58},
  {"eaeu/devices/application.yaml", file_59, sizeof file_59},
  {"eaeu/devices/classification.yaml", file_60, sizeof file_60},
  {"eaeu/devices/clinical.yaml", file_61, sizeof file_61},
  {"eaeu/devices/evidence.yaml", file_62, sizeof file_62},
  {"eaeu/devices/labelling.yaml", file_63, sizeof file_63},
  {"eaeu/devices/lifecycle.yaml", file_64, sizeof file_64},
  {"eaeu/devices/pack.yaml", file_65, sizeof file_65},
  {"eaeu/devices/quality.yaml", file_66, sizeof file_66},
  {"eaeu/devices/registration.yaml", file_67, sizeof file_67},
  {"eaeu/devices/technical-file.yaml", file_68, sizeof file_68},
  {"eaeu/devices/vigilance.yaml", file_69, sizeof file_69},
  {"eaeu/medicines/application.yaml", file_70, sizeof file_70},
  {"eaeu/medicines/clinical.yaml", file_71, sizeof file_71},
  {"eaeu/medicines/composition.yaml", file_72, sizeof file_72},
  {"eaeu/medicines/dossier.yaml", file_73, sizeof file_73},
  {"eaeu/medicines/gmp.yaml", file_74, sizeof file_74},
  {"eaeu/medicines/labelling.yaml", file_75, sizeof file_75},
  {"eaeu/medicines/leaflet.yaml", file_76, sizeof file_76},
  {"eaeu/medicines/lifecycle.yaml", file_77, sizeof file_77},
  {"eaeu/medicines/marking.yaml", file_78, sizeof file_78},
  {"eaeu/medicines/pack.yaml", file_79, sizeof file_79},
  {"eaeu/medicines/quality.yaml", file_80, sizeof file_80},
  {"eaeu/medicines/registration.yaml", file_81, sizeof file_81},
  {"eaeu/medicines/route.yaml", file_82, sizeof file_82},
  {"eaeu/medicines/stability.yaml", file_83, sizeof file_83},
  {"eaeu/medicines/vigilance.yaml", file_84, sizeof file_84},
  {"ir/devices/after-sales.yaml", file_85, sizeof file_85},
  {"ir/devices/conformity.yaml", file_86, sizeof file_86},
  {"ir/devices/identification.yaml", file_87, sizeof file_87},
  {"ir/devices/label-contents.yaml", file_88, sizeof file_88},
  {"ir/devices/labelling.yaml", file_89, sizeof file_89},
  {"ir/devices/obligations.yaml", file_90, sizeof file_90},
  {"ir/devices/pack.yaml", file_91, sizeof file_91},
  {"ir/devices/registration-file.yaml", file_92, sizeof file_92},
  {"ir/devices/registration.yaml", file_93, sizeof file_93},
  {"ir/devices/shipments.yaml", file_94, sizeof file_94},
  {"ir/devices/supply.yaml", file_95, sizeof file_95},
  {"ir/devices/technical-file.yaml", file_96, sizeof file_96},
  {"ir/medicines/application.yaml", file_97, sizeof file_97},
  {"ir/medicines/bioequivalence.yaml", file_98, sizeof file_98},
  {"ir/medicines/biological.yaml", file_99, sizeof file_99},
  {"ir/medicines/certificates.yaml", file_100, sizeof file_100},
  {"ir/medicines/companies.yaml", file_101, sizeof file_101},
  {"ir/medicines/dossier.yaml", file_102, sizeof file_102},
  {"ir/medicines/gmp.yaml", file_103, sizeof file_103},
  {"ir/medicines/import.yaml", file_104, sizeof file_104},
  {"ir/medicines/labelling.yaml", file_105, sizeof file_105},
  {"ir/medicines/natural.yaml", file_106, sizeof file_106},
  {"ir/medicines/pack.yaml", file_107, sizeof file_107},
  {"ir/medicines/packs.yaml", file_108, sizeof file_108},
  {"ir/medicines/pricing.yaml", file_109, sizeof file_109},
  {"ir/medicines/registration.yaml", file_110, sizeof file_110},
  {"ir/medicines/safety.yaml", file_111, sizeof file_111},
  {"ir/medicines/stability.yaml", file_112, sizeof file_112},
  {"ir/medicines/tracing.yaml", file_113, sizeof file_113},
  {"ru/devices/application.yaml", file_114, sizeof file_114},
  {"ru/devices/classification.yaml", file_115, sizeof file_115},
  {"ru/devices/clinical.yaml", file_116, sizeof file_116},
  {"ru/devices/evidence.yaml", file_117, sizeof file_117},
  {"ru/devices/import.yaml", file_118, sizeof file_118},
  {"ru/devices/labelling.yaml", file_119, sizeof file_119},
  {"ru/devices/lifecycle.yaml", file_120, sizeof file_120},
  {"ru/devices/marking.yaml", file_121, sizeof file_121},
  {"ru/devices/pack.yaml", file_122, sizeof file_122},
  {"ru/devices/quality.yaml", file_123, sizeof file_123},
  {"ru/devices/registration.yaml", file_124, sizeof file_124},
  {"ru/devices/technical-file.yaml", file_125, sizeof file_125},
  {"ru/devices/vigilance.yaml", file_126, sizeof file_126},
  {"ru/medicines/application.yaml", file_127, sizeof file_127},
  {"ru/medicines/distribution.yaml", file_128, sizeof file_128},
  {"ru/medicines/gmp.yaml", file_129, sizeof file_129},
  {"ru/medicines/labelling.yaml", file_130, sizeof file_130},
  {"ru/medicines/marking.yaml", file_131, sizeof file_131},
  {"ru/medicines/pack.yaml", file_132, sizeof file_132},
  {"ru/medicines/prices.yaml", file_133, sizeof file_133},
  {"ru/medicines/registration.yaml", file_134, sizeof file_134},
  {"ru/medicines/release.yaml", file_135, sizeof file_135},
  {"ru/medicines/route.yaml", file_136, sizeof file_136},
  {"ru/medicines/vigilance.yaml", file_137, sizeof file_137},
  {"samples/hearing-aid.yaml", file_138, sizeof file_138},
  {"samples/metformin.yaml", file_139, sizeof file_139},
  {"schema/common.yaml", file_140, sizeof file_140},
  {"schema/device.yaml", file_141, sizeof file_141},
  {"schema/medicine.yaml", file_142, sizeof file_142},
};

const int bundled_rules_count = sizeof files / sizeof *files;

bundled_rule_file bundled_rule(int index) { return files[index]; }
