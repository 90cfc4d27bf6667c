#include "app/cli/commands/record_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "schema/records/any_record.h"

namespace cli {

namespace {

struct Entry {
    std::string_view noun;
    std::string_view summary;
    std::string_view options;  // of the example
    std::string_view correction;
    std::string_view headers;
    std::string_view row;
};

constexpr std::array<Entry, 13> entries{{
    {"patient",
     "Register a patient.",
     "--chart C-001 --name \"Huda Saleh\" --born 1996-04-02 --sex female --fitzpatrick IV",
     "--fitzpatrick V",
     "",
     ""},
    {"condition",
     "Add something that bears on the safety of needling.",
     "C-001 --kind isotretinoin --from 2025-01-10 --until 2025-06-01",
     "--until 2025-07-01",
     "id  kind          from        until",
     "3   isotretinoin  2025-01-10  2025-06-01"},
    {"course",
     "Start a planned series of sessions.",
     "C-001 --concern acne_scars --sessions 6 --every 4w --on 2026-01-05",
     "--sessions 8",
     "id  concern     sessions  every  on",
     "3   acne_scars  6         4w     2026-01-05"},
    {"session",
     "Record a microneedling session.",
     "C-001 --at 2026-01-05T10:30 --device pen --lot L123 --area left_cheek:1.5:4 --area "
     "forehead:0.75:3 --endpoint "
     "pinpoint_bleeding --pain 4",
     "--pain 5",
     "id  at                course  device  lot   endpoint           pain  areas",
     "3   2026-01-05T10:30  1       pen     L123  pinpoint_bleeding  4     forehead:0.75:3 "
     "left_cheek:1.5:4"},
    {"finding",
     "",
     "",
     "",
     "id  session  rule           level     because                               override",
     "3   3        active_lesions stop      left_cheek: 3 papules on 2026-01-03   two healing "
     "papules, "
     "needled around"},
    {"application",
     "Record a topical product that was put on the skin.",
     "C-001 --at 2026-01-05T18:00 --active niacinamide --product \"Serum 5 %\" --session 3",
     "--active peptides",
     "id  at                session  active       product",
     "3   2026-01-05T18:00  3        niacinamide  Serum 5 %"},
    {"acne",
     "Record active acne: lesions that are there now, counted per region.",
     "C-001 --on 2026-01-05 --region forehead:papules=3,pustules=1 --region chin:open_comedones=8 "
     "--rest clear --iga 3",
     "--iga 2",
     "id  on          rest   iga  regions",
     "3   2026-01-05  clear  3    chin:open_comedones=8 forehead:papules=3,pustules=1"},
    {"scars",
     "Record scars: contour, not colour.",
     "C-001 --on 2026-01-05 --goodman-baron-grade 3 --count dish_mild=25",
     "--goodman-baron-grade 2",
     "id  on          goodman baron grade  counts",
     "3   2026-01-05  3                    dish_mild=25"},
    {"pigmentation",
     "Record marks: colour, not contour.",
     "C-001 --on 2026-01-05 --kind pih --pahpi size=4,intensity=6,number=2 --mmasi forehead:3:2:2",
     "--kind melasma",
     "id  on          kind  pahpi                        regions",
     "3   2026-01-05  pih   size=4,intensity=6,number=2  forehead:3:2:2"},
    {"reading",
     "Record a number read off an instrument held to the skin.",
     "C-001 --on 2026-01-05 --what tewl --region left_cheek --value 14.2",
     "--value 14.8",
     "id  on          what  region      value",
     "3   2026-01-05  tewl  left_cheek  14.2"},
    {"questionnaire",
     "Record a patient's answers to a questionnaire.",
     "C-001 --on 2026-01-05 --which dlqi --answers 1,2,0,1,1,0,1,0,0,1 --total 7",
     "--total 8",
     "id  on          which  answers              total",
     "3   2026-01-05  dlqi   1,2,0,1,1,0,1,0,0,1  7"},
    {"event",
     "Record a side effect or harm.",
     "C-001 --session 3 --kind erythema --onset 2026-01-05 --severity 1 --resolved 2026-01-07",
     "--severity 2",
     "id  session  kind      onset       severity  resolved",
     "3   3        erythema  2026-01-05  1         2026-01-07"},
    {"treatment",
     "Add a treatment beside needling.",
     "C-001 --kind peel --name \"Glycolic 35 %\" --from 2026-02-01",
     "--until 2026-03-01",
     "id  kind  name           from",
     "3   peel  Glycolic 35 %  2026-02-01"},
}};

// The row of the list as `show` prints it: name and value, one line each.
std::string shown(const Entry& entry) {
    return fmt::format("{} 3 of C-001\n  …", entry.noun);
}

}  // namespace

RecordWords words_of(std::string_view noun) {
    const auto& entry = *std::find_if(
        entries.begin(), entries.end(), [&](const Entry& e) { return e.noun == noun; });
    const auto verb = schema::entering_verb(noun);
    return {.verb = std::string(verb),
            .summary = std::string(entry.summary),
            .example = fmt::format("needlebook {} {} {}", noun, verb, entry.options),
            .output = noun == "patient" ? "1" : "3",
            .list_output = fmt::format("{}\n{}", entry.headers, entry.row),
            .show_output = shown(entry),
            .correction = std::string(entry.correction)};
}

}  // namespace cli
