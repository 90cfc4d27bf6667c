// The clinic's profile of depths.

#include <fmt/format.h>

#include "app/cli/commands/commands.h"
#include "app/cli/invocation.h"
#include "app/cli/pages/plain_words.h"
#include "app/cli/terminal/text_table.h"
#include "app/clinical/safety/depth_profile.h"
#include "app/json/safety_json.h"
#include "app/tracking/profile.h"
#include "db/records/profile.h"
#include "schema/kinds/record_text.h"
#include "schema/types/text.h"

namespace cli {

namespace {

using schema::DepthLimit;

DepthLimit limit_given(const Arguments& given) {
    DepthLimit limit{.radiofrequency = given.has("radiofrequency")};
    std::vector<schema::Problem> problems;
    kinds::set_field(limit, "region", given.need("REGION"), "REGION", problems);
    if (const auto skin = given.one("fitzpatrick")) {
        kinds::set_field(limit, "fitzpatrick", *skin, "--fitzpatrick", problems);
    }
    if (const auto max = given.one("max"); max && *max != "none") {
        kinds::set_field(limit, "max_mm", *max, "--max", problems);
    }
    limit.source = given.one("source").value_or("the clinic");
    schema::refuse_any(std::move(problems));
    return limit;
}

void list_limits(Invocation& call) {
    const auto book = call.open_to_read();
    const auto profile = clinical::depth_profile(db::profile_rows<DepthLimit>(book));
    if (call.json()) {
        call.io.out << exchange::json_text(exchange::depth_limits_json(profile)) << '\n';
        return;
    }
    std::vector<std::vector<std::string>> rows;
    for (const auto& limit : profile) {
        rows.push_back({std::string(schema::word(limit.region)),
                        limit.fitzpatrick ? std::string(schema::word(*limit.fitzpatrick)) : "all",
                        limit.radiofrequency ? "radiofrequency" : "plain",
                        limit.max_mm ? schema::number_text(*limit.max_mm) + " mm" : "no limit",
                        limit.id.value != 0 ? "the clinic" : "the guide",
                        limit.source});
    }
    call.io.out << text_table({"region", "Fitzpatrick", "needling", "at most", "set by", "source"},
                              rows,
                              call.io.table_width());
}

void set_limit(Invocation& call) {
    const auto limit = limit_given(call.arguments);
    auto book = call.open_to_write();
    tracking::set_profile_row(book, call.submission(), limit);
}

void remove_limit(Invocation& call) {
    const auto limit = limit_given(call.arguments);
    auto book = call.open_to_write();
    tracking::remove_profile_row(book, call.submission(), limit);
}

}  // namespace

std::vector<Command> depth_commands() {
    const Argument region{"REGION", "where: " + schema::word_list<schema::Region>()};
    const Option skin{"fitzpatrick", "I..VI", "for this skin type only"};
    const Option radiofrequency{"radiofrequency", "", "for radiofrequency devices"};
    return {
        {.noun = "depth-limit",
         .verb = "list",
         .summary =
             "List how deep to needle at most, by region: the guide's rows and the clinic's.",
         .example = "needlebook depth-limit list",
         .output = "region    Fitzpatrick  needling  at most  set by     source\n"
                   "forehead  all          plain     1 mm     the guide  clinical practice, no …",
         .notes =
             "A depth beyond a row of the guide is a caution, beyond one of the clinic it asks "
             "for a reason.",
         .json = true,
         .run = &list_limits},
        {.noun = "depth-limit",
         .verb = "set",
         .summary = "Set the clinic's own limit for a region, in place of the guide's.",
         .example = "needlebook depth-limit set forehead --max 0.75 --fitzpatrick V --source "
                    "\"Dr Saleh\"",
         .output = "",
         .arguments = {region},
         .options = {{"max", "MM", "deepest in mm, 0.1 to 8, or none", true},
                     skin,
                     radiofrequency,
                     {"source", "TEXT", "where the limit comes from; by itself the clinic"}},
         .book = Book::write,
         .run = &set_limit},
        {.noun = "depth-limit",
         .verb = "remove",
         .summary = "Take a limit of the clinic's own out, so that the guide's holds again.",
         .example = "needlebook depth-limit remove forehead --fitzpatrick V",
         .output = "",
         .arguments = {region},
         .options = {skin, radiofrequency},
         .book = Book::write,
         .run = &remove_limit},
    };
}

}  // namespace cli
