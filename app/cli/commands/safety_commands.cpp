// What the safety rules say before a session, and the rules themselves.

#include <algorithm>

#include <fmt/format.h>

#include "app/cli/commands/commands.h"
#include "app/cli/invocation.h"
#include "app/cli/pages/finding_list.h"
#include "app/cli/pages/plain_words.h"
#include "app/cli/terminal/display_text.h"
#include "app/clinical/safety/assessment.h"
#include "app/clinical/safety/rules.h"
#include "app/json/safety_json.h"
#include "app/texts/language.h"
#include "app/tracking/planned_session.h"
#include "app/tracking/safety.h"
#include "schema/types/error.h"

namespace cli {

namespace {

using clinical::Plan;

Plan plan_given(const Invocation& call, const db::Book& book) {
    const auto& given = call.arguments;
    return tracking::planned_session(book,
                                     call.patient(book).id,
                                     call.today(book),
                                     {.at = given.one("on"),
                                      .areas = given.all("area"),
                                      .device = given.one("device"),
                                      .lot = given.one("lot"),
                                      .anaesthetic = given.one("anaesthetic"),
                                      .glide = given.one("glide"),
                                      .prefix = "--"});
}

std::string plan_text(const Plan& plan) {
    std::string areas;
    for (const auto& area : plan.areas) {
        areas += (areas.empty() ? "" : ", ") + plain(area.region);
    }
    return fmt::format("{}, {}", plain(plan.session.device), areas.empty() ? "no area" : areas);
}

void show_safety(Invocation& call) {
    const auto book = call.open_to_read();
    const auto plan = plan_given(call, book);
    const auto assessment = clinical::assess(tracking::load_situation(book, plan));
    if (call.json()) {
        call.io.out << exchange::json_text(exchange::assessment_json(assessment)) << '\n';
        return;
    }
    Lines page = paragraph(
        {{one_line(call.arguments.need("CHART")) + "  ", Ink::strong}},
        fmt::format("needling planned on {}: {}", plan.session.at.day().text(), plan_text(plan)),
        call.io.width);
    page.push_back({});
    append(page, assessment_list(assessment, call.io.width));
    call.io.out << text_of(page, call.io.has_colours);
}

void list_rules(Invocation& call) {
    const auto& all = clinical::rules();
    if (call.json()) {
        call.io.out << exchange::json_text(exchange::rules_json(all)) << '\n';
        return;
    }
    Lines page{
        {{pad_right("rule", 31) + pad_right("level", 10) + "what it looks at", Ink::strong}}};
    for (const auto& rule : all) {
        const auto first = pad_right(rule.id, 31) + pad_right(spaced(schema::word(rule.level)), 10);
        append(
            page,
            paragraph({{first}}, texts::english().text(clinical::checks_of(rule)), call.io.width));
    }
    call.io.out << text_of(page, call.io.has_colours);
}

void show_rule(Invocation& call) {
    const auto id = call.arguments.need("RULE");
    const auto& all = clinical::rules();
    const auto rule =
        std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.id == id; });
    if (rule == all.end()) {
        throw schema::refused("rule",
                              fmt::format("there is no \"{}\"", id),
                              "`needlebook rule list` shows the rules");
    }
    if (call.json()) {
        call.io.out << exchange::json_text(exchange::rules_json({*rule})) << '\n';
        return;
    }
    Lines page{{{std::string(rule->id), Ink::strong}}};
    const auto add = [&](std::string_view name, const std::string& text) {
        append(page, paragraph({{pad_right("  " + std::string(name), 12)}}, text, call.io.width));
    };
    add("level", spaced(schema::word(rule->level)));
    add("looks at", texts::english().text(clinical::checks_of(*rule)));
    add("says", texts::english().text(clinical::text_of(*rule)));
    add("grade", spaced(schema::word(rule->grade)));
    add("source", texts::english().text(clinical::source_of(*rule)));
    call.io.out << text_of(page, call.io.has_colours);
}

}  // namespace

std::vector<Command> safety_commands() {
    return {
        {.noun = "safety",
         .verb = "",
         .summary = "Say what the safety rules find before a session, the gravest first.",
         .example = "needlebook safety C-001 --area left_cheek --device pen",
         .output = "C-001  needling planned on 2026-01-10: pen, left cheek\n\n"
                   "STOP        Left cheek: 3 papules on 2026-01-05 (acne 1)\n"
                   "            Do not needle active inflammatory lesions: …",
         .notes =
             "Without --area or --device what was done the last time is taken. No rule blocks: "
             "`session record --override RULE=\"reason\"` goes on over one.",
         .arguments = {{"CHART", "the patient's chart number"}},
         .options = {{"area", "REGION[:DEPTH_MM]", "an area to be needled", false, true},
                     {"device", "WORD", "device class: " + schema::word_list<schema::Device>()},
                     {"on", "TIME", "when; by itself today", false, false, "at"},
                     {"lot", "TEXT", "lot of the needle cartridge"},
                     {"anaesthetic", "TEXT", "anaesthetic that is planned"},
                     {"glide", "WORD", "active ingredient of what is needled through"}},
         .json = true,
         .as_of = true,
         .asks_the_clock = true,
         .run = &show_safety},
        {.noun = "rule",
         .verb = "list",
         .summary = "List the safety rules.",
         .example = "needlebook rule list",
         .output =
             "rule                           level     what it looks at\n"
             "active_lesions                 stop      papules, pustules, nodules or cysts in a …",
         .book = Book::none,
         .json = true,
         .run = &list_rules},
        {.noun = "rule",
         .verb = "show",
         .summary = "Show one safety rule: what it looks at, what it says, its source.",
         .example = "needlebook rule show active_lesions",
         .output = "active_lesions\n  level     stop\n  …",
         .arguments = {{"RULE", "the rule, as `needlebook rule list` shows it"}},
         .book = Book::none,
         .json = true,
         .run = &show_rule},
    };
}

}  // namespace cli
