// Values that cannot be, and their neighbours that can.

#include <gtest/gtest.h>

#include "tests/whole/refusals.h"

namespace whole::refused_values_test {
namespace {

using RefusedValues = Refusals;

TEST_F(RefusedValues, OfDays) {
    expect_refused({
        {"acne record C-001 --on 2026-02-30 --iga 2", "\"2026-02-30\" is not YYYY-MM-DD"},
        {"acne record C-001 --on 2026-2-3 --iga 2", "\"2026-2-3\""},
        {"acne record C-001 --on 03/02/2026 --iga 2", "\"03/02/2026\""},
        {"acne record C-001 --on 2025-02-29 --iga 2", "\"2025-02-29\""},
        {"acne record C-001 --on '2026-01-05 junk' --iga 2", "\"2026-01-05 junk\""},
        {"acne record C-001 --on 2026-01-05T25:61 --iga 2", "\"2026-01-05T25:61\""},
        {"acne record C-001 --on 2026-01-05T24:00 --iga 2", "\"2026-01-05T24:00\""},
        {"acne record C-001 --on 2026-01-05T10:30Z --iga 2", "\"2026-01-05T10:30Z\""},
        {"acne record C-001 --on '2026-01-05 at 10' --iga 2", "\"2026-01-05 at 10\""},
        {"acne record C-001 --on 2026-01 --iga 2", "\"2026-01\""},
        {"acne record C-001 --on '' --iga 2", "blank"},
        {"acne record C-001 --on soon --iga 2", "\"soon\""},
        {"acne record C-001 --on -2026-01-05 --iga 2", ""},
        {"course start C-001 --concern pores --sessions 3 --every 4w --on 2026-13-01",
         "\"2026-13-01\""},
        {"session correct 1 --lot-expiry 2026-06-31 --reason test", "\"2026-06-31\""},
        {"patient correct C-001 --born 1996-04-31 --reason test", "born"},
        {"patient add --chart C-009 --born 96", "born"},
        {"condition add C-001 --kind isotretinoin --from 2025-1", "\"2025-1\""},
        {"progress C-001 --as-of 2026-02-30", "\"2026-02-30\" is not a date"},
        {"progress C-001 --format pdf", "\"pdf\" is not one of them"},
        {"progress C-001 --for nurse", "\"nurse\" is not one of them"},
    });
    expect_accepted({
        "acne record C-001 --on 2024-02-29 --iga 2",
        "acne record C-001 --on 2026-01-05T23:59:59 --iga 2",
        "acne record C-001 --on 2026-01-05T00:00 --iga 2",
        "condition add C-001 --kind isotretinoin --from 2025-01",
        "condition add C-001 --kind isotretinoin --from 2012",
    });
}

TEST_F(RefusedValues, OfNumbers) {
    expect_refused({
        {"session record C-001 --at 2026-02-05 --device pen --area chin:1:4 --pain 11",
         "\"11\" is not a whole number from 0 to 10"},
        {"session record C-001 --at 2026-02-05 --device pen --area chin:1:4 --pain -1", "\"-1\""},
        {"session record C-001 --at 2026-02-05 --device pen --area chin:1:4 --pain 4.5", "\"4.5\""},
        {"session record C-001 --at 2026-02-05 --device pen --area chin:1:4 --pain four",
         "\"four\""},
        {"session record C-001 --at 2026-02-05 --device pen --area chin:0.05:4", "chin:0.05:4"},
        {"session record C-001 --at 2026-02-05 --device pen --area chin:8.1:4", "chin:8.1:4"},
        {"session record C-001 --at 2026-02-05 --device pen --area chin:1,500:4", "chin:1,500:4"},
        {"session record C-001 --at 2026-02-05 --device pen --area chin:1:0", "chin:1:0"},
        {"session record C-001 --at 2026-02-05 --device pen --area chin:1:21", "chin:1:21"},
        {"session record C-001 --at 2026-02-05 --device pen --area chin:1", "chin:1"},
        {"session record C-001 --at 2026-02-05 --device pen --area chin:nan:4", "chin:nan:4"},
        {"session record C-001 --at 2026-02-05 --device pen --area chin:1:4 --needles 0", "\"0\""},
        {"session record C-001 --at 2026-02-05 --device pen --area chin:1:4 --needles "
         "99999999999999999999",
         "99999999999999999999"},
        {"session record C-001 --at 2026-02-05 --device pen --area chin:1:4 --speed-hz inf",
         "\"inf\""},
        {"session record C-001 --at 2026-02-05 --device pen --area chin:1:4 --energy-mj 0x10",
         "\"0x10\""},
        {"patient add --chart C-009 --monk 11", "\"11\""},
        {"course start C-001 --concern pores --sessions 0 --every 4w --on 2026-01-05", "\"0\""},
        {"course start C-001 --concern pores --sessions 3 --every 0w --on 2026-01-05", "\"0w\""},
        {"course start C-001 --concern pores --sessions 3 --every 4y --on 2026-01-05", "\"4y\""},
        {"event record C-001 --kind erythema --severity 6", "\"6\""},
        {"event record C-001 --kind erythema --severity 0", "\"0\""},
        {"acne record C-001 --on 2026-01-05 --region chin:papules=-1", "chin:papules=-1"},
        {"acne record C-001 --on 2026-01-05 --region chin:papules=1000", "chin:papules=1000"},
        {"acne record C-001 --on 2026-01-05 --region chin:papules=2.5", "chin:papules=2.5"},
        {"reading record C-001 --on 2026-01-05 --what tewl --value nan", "\"nan\""},
        {"reading record C-001 --on 2026-01-05 --what tewl --value 1e999", "\"1e999\""},
        {"reading record C-001 --on 2026-01-05 --what tewl --value '1,400'", "\"1,400\""},
    });
    expect_accepted({
        "session record C-001 --at 2026-02-05 --device pen --area chin:0.1:1 --pain 0",
        "session record C-001 --at 2026-02-06 --device pen --area chin:8:20 --pain 10",
        "acne record C-001 --on 2026-01-05 --region chin:papules=999",
        "acne record C-001 --on 2026-01-05 --region chin:papules=0",
        "event record C-001 --kind erythema --severity 5",
        "reading record C-001 --on 2026-01-05 --what tewl --value 1.42e1",
        "course start C-001 --concern pores --sessions 1 --every 1d --on 2026-06-05",
    });
}

TEST_F(RefusedValues, OfWords) {
    expect_refused({
        {"session record C-001 --at 2026-02-05 --device needle --area chin:1:4",
         "\"needle\" is not one of roller, stamp, pen"},
        {"session record C-001 --at 2026-02-05 --device pencil --area chin:1:4", "\"pencil\""},
        {"session record C-001 --at 2026-02-05 --device '' --area chin:1:4", "blank"},
        {"session record C-001 --at 2026-02-05 --device pen --area cheek:1:4", "cheek:1:4"},
        {"session record C-001 --at 2026-02-05 --device pen --area left-chek:1:4", "left-chek:1:4"},
        {"session record C-001 --at 2026-02-05 --device pen --area chin:1:4 --endpoint blood",
         "\"blood\""},
        {"patient add --chart C-009 --sex x", "\"x\""},
        {"patient add --chart C-009 --fitzpatrick VII", "\"VII\""},
        {"patient add --chart C-009 --fitzpatrick ivx", "\"ivx\""},
        {"condition add C-001 --kind expecting", "\"expecting\""},
        {"course start C-001 --concern scars --sessions 3 --every 4w --on 2026-01-05", "\"scars\""},
        {"application record C-001 --at 2026-01-05 --active vitamin", "\"vitamin\""},
        {"acne record C-001 --on 2026-01-05 --region face:papules=1", "face:papules=1"},
        {"acne record C-001 --on 2026-01-05 --region chin:scars=1", "chin:scars=1"},
        {"acne record C-001 --on 2026-01-05 --region chin:papules=1 --rest clean", "\"clean\""},
        {"scars record C-001 --on 2026-01-05 --count dish=25", "dish=25"},
        {"pigmentation record C-001 --on 2026-01-05 --kind scar --melanin-index 40", "\"scar\""},
        {"pigmentation record C-001 --on 2026-01-05 --kind melasma --mmasi nose:1:1:1",
         "no place in MASI"},
        {"reading record C-001 --on 2026-01-05 --what colour --value 1", "\"colour\""},
        {"reading record C-001 --on 2026-01-05 --what tewl --region cheek --value 1", "\"cheek\""},
        {"questionnaire record C-001 --on 2026-01-05 --which sf36 --total 3", "\"sf36\""},
        {"event record C-001 --kind blushing --severity 1", "\"blushing\""},
        {"treatment add C-001 --kind magic", "\"magic\""},
        {"clinic set time_zone=Mars/Base", "Mars/Base"},
        {"clinic set colour=blue", "\"colour\""},
        {"clinic set minimal_interval_days=0", "\"0\""},
        {"instrument add Scale --name S --range 0:1 --better lower --unit 1", "Scale"},
        {"instrument add s --name S --range 1 --better lower --unit 1", "\"1\" is not LOW:HIGH"},
        {"instrument add s --name S --range 0:1 --better less --unit 1", "\"less\""},
        {"instrument add s --name S --range 1:0 --better lower --unit 1", ""},
    });
    expect_accepted({
        "session record C-001 --at 2026-02-05 --device rf_insulated --area left_cheek:1:4",
        "patient add --chart C-009 --sex female --fitzpatrick VI --monk 10",
        "instrument add s --name S --range 0:1 --better neither --unit 1",
        "clinic set time_zone=Africa/Cairo",
    });
}

TEST_F(RefusedValues, OfContradictions) {
    expect_refused({
        {"pigmentation record C-001 --on 2026-01-05 --kind melasma --mmasi forehead:0:2",
         "area 0 with darkness 2"},
        {"pigmentation record C-001 --on 2026-01-05 --kind melasma --mmasi forehead:2:0",
         "area 2 with darkness 0"},
        {"pigmentation record C-001 --on 2026-01-05 --kind melasma --mmasi forehead:2:1:0",
         "area 2 with homogeneity 0"},
        {"pigmentation record C-001 --on 2026-01-05 --kind pih", "nothing was seen"},
        {"acne record C-001 --on 2026-01-05", "nothing was seen"},
        {"scars record C-001 --on 2026-01-05", "nothing was seen"},
        {"scars record C-001 --on 2026-01-05 --count linear=1.5", "counted whole"},
        {"session record C-001 --at 2026-02-05 --device pen", "no area was treated"},
        {"session record C-001 --at 2026-02-05 --device pen --area chin:1:4 --area chin:2:4",
         "given twice"},
        {"condition add C-001 --kind isotretinoin --from 2025-06 --until 2025-05",
         "until 2025-05 is before from 2025-06"},
        {"event record C-001 --kind erythema --severity 1 --onset 2026-01-05 --resolved 2026-01-04",
         "is before onset"},
        {"treatment add C-001 --kind peel --from 2026 --until 2025", "is before from"},
        {"course end 1 --on 2026-01-04", "ended 2026-01-04 is before on 2026-01-05"},
        {"course correct 1 --ended 2026-01-04 --reason test", "is before on"},
        {"questionnaire record C-001 --on 2026-01-05 --which dlqi", "no answer and no total"},
        {"questionnaire record C-001 --on 2026-01-05 --which dlqi --answers 1,2,0,1,1,0,1,0,0",
         "9 items; dlqi has 10"},
        {"questionnaire record C-001 --on 2026-01-05 --which dlqi --answers 1,2,0,1,1,0,1,0,0,4",
         "item 10 is 4"},
        {"questionnaire record C-001 --on 2026-01-05 --which dlqi --total 31", "dlqi ends at 30"},
    });
    expect_accepted({
        "pigmentation record C-001 --on 2026-01-05 --kind melasma --mmasi forehead:0:0",
        "pigmentation record C-001 --on 2026-01-05 --kind melasma --mmasi forehead:0:0:0",
        "scars record C-001 --on 2026-01-05 --count keloidal_cm2=1.5",
        "scars record C-001 --on 2026-01-05 --goodman-baron-grade 0",
        "session record C-001 --at 2026-02-05 --device pen --area chin:1:4 --lot-expiry 2026-02-05",
        "condition add C-001 --kind isotretinoin --from 2012-02 --until 2012",
        "event record C-001 --kind erythema --severity 1 --onset 2026-01-05 --resolved 2026-01-05",
        "course end 1 --on 2026-01-05",
        "questionnaire record C-001 --on 2026-01-05 --which dlqi --answers 1,2,0,1,1,0,1,0,0,3",
        "questionnaire record C-001 --on 2026-01-05 --which dlqi --total 30",
        "acne record C-001 --on 2026-01-05 --rest clear",
    });
}

TEST_F(RefusedValues, OfValuesOffTheirScale) {
    expect_refused({
        {"score record C-001 --instrument gags --at 2026-01-05 --value 45",
         "gags \"45\" is not 0 to 44"},
        {"score record C-001 --instrument gags --at 2026-01-05 --value -1", "gags \"-1\""},
        {"score record C-001 --instrument gags --at 2026-01-05 --value 24.5", "gags \"24.5\""},
        {"score record C-001 --instrument ecca --at 2026-01-05 --value 112", "ecca \"112\""},
        {"score record C-001 --instrument pahpi --at 2026-01-05 --value 5", "pahpi \"5\""},
        {"score record C-001 --instrument pahpi --at 2026-01-05 --value 23", "pahpi \"23\""},
        {"score record C-001 --instrument iga --at 2026-01-05 --value 5", "iga \"5\""},
        {"score record C-001 --instrument gais --at 2026-01-05 --value great",
         "give one of: very much improved, much improved, improved, no change, worse"},
        {"score record C-001 --instrument gais --at 2026-01-05 --value 6", "gais \"6\""},
        {"score record C-001 --instrument gags --at 2026-01-05 --value mild", "not a number"},
        {"score record C-001 --instrument monk --at 2026-01-05 --value 11", "monk \"11\""},
        {"score correct 6 --value 45 --reason test", ""},
        {"acne record C-001 --on 2026-01-05 --iga 5", "\"5\" is not a whole number from 0 to 4"},
        {"scars record C-001 --on 2026-01-05 --goodman-baron-grade 5", "\"5\""},
        {"pigmentation record C-001 --on 2026-01-05 --kind pih --pahpi size=3,intensity=6,number=2",
         "size=3"},
        {"pigmentation record C-001 --on 2026-01-05 --kind pih --pahpi size=4,intensity=6",
         "pahpi"},
        {"pigmentation record C-001 --on 2026-01-05 --kind melasma --mmasi forehead:7:1",
         "forehead:7:1"},
        {"pigmentation record C-001 --on 2026-01-05 --kind melasma --mmasi forehead:6:5",
         "forehead:6:5"},
        {"reading record C-001 --on 2026-01-05 --what tewl --value -1", "tewl \"-1\""},
    });
    expect_accepted({
        "score record C-001 --instrument gags --at 2026-01-05 --value 44",
        "score record C-001 --instrument gags --at 2026-01-05 --value 0",
        "score record C-001 --instrument pahpi --at 2026-01-05 --value 6",
        "score record C-001 --instrument pahpi --at 2026-01-05 --value 22",
        "score record C-001 --instrument iga --at 2026-01-05 --value 4",
        "score record C-001 --instrument ecca --at 2026-01-05 --value 115",
        "score record C-001 --instrument gais --at 2026-01-05 --value much_improved",
        "score record C-001 --instrument pgic --at 2026-01-05 --value 'No change'",
        "score record C-001 --instrument pgic --at 2026-01-05 --value 7",
        "score record C-001 --instrument fitzpatrick --at 2026-01-05 --value iv",
    });
}

}  // namespace
}  // namespace whole::refused_values_test
