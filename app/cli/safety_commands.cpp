// What the safety rules say before a session, and the rules themselves.

#include <algorithm>

#include <fmt/format.h>

#include "app/cli/commands.h"
#include "app/cli/display_text.h"
#include "app/cli/finding_list.h"
#include "app/cli/invocation.h"
#include "app/cli/plain_words.h"
#include "app/clinical/safety/rules.h"
#include "app/exchange/safety_json.h"
#include "app/tracking/safety.h"
#include "db/records.h"
#include "schema/records/part_text.h"
#include "schema/records/set_field.h"

namespace cli {

namespace {

using clinical::Plan;
using clinical::PlannedArea;
using schema::Problem;

// REGION, or with what is decided already: REGION:DEPTH_MM, REGION:DEPTH_MM:PASSES.
std::optional<PlannedArea> read_area(std::string_view text) {
    const auto pieces = schema::split(text, ':');
    const auto region = schema::read_word<schema::Region>(pieces[0]);
    if (!region || pieces.size() > 3) {
        return std::nullopt;
    }
    PlannedArea area{.region = *region};
    if (pieces.size() > 1) {
        const bool has_passes = pieces.size() == 3;
        const auto whole =
            schema::read_part<schema::SessionArea>(std::string(text) + (has_passes ? "" : ":1"));
        if (!whole) {
            return std::nullopt;
        }
        area.depth_mm = whole->depth_mm;
    }
    return area;
}

void set_areas(const Arguments& given, Plan& plan, std::vector<Problem>& problems) {
    for (const auto& text : given.all("area")) {
        if (const auto area = read_area(text)) {
            plan.areas.push_back(*area);
        } else {
            problems.push_back({"--area",
                                fmt::format("\"{}\" is not REGION or REGION:DEPTH_MM", text),
                                fmt::format("regions are {}; depth in mm from 0.1 to 8",
                                            schema::word_list<schema::Region>())});
        }
    }
}

// What was done the last time, for what is not given.
void fill_from_last_session(const db::Book& book, const Arguments& given, Plan& plan) {
    const auto sessions = db::records_of<schema::Session>(book, plan.session.patient);
    if (sessions.empty()) {
        return;
    }
    const auto& last = sessions.back();
    if (!given.has("device")) {
        plan.session.device = last.device;
    }
    if (!given.has("area")) {
        for (const auto& area : last.areas) {
            plan.areas.push_back({.region = area.region, .depth_mm = area.depth_mm});
        }
    }
}

Plan plan_given(const Invocation& call, const db::Book& book) {
    Plan plan;
    plan.session.patient = call.patient(book).id;
    plan.session.device = schema::Device::pen;
    std::vector<Problem> problems;
    if (const auto on = call.arguments.one("on")) {
        schema::set_field(plan.session, "at", *on, "--on", problems);
    } else {
        plan.session.at = schema::CivilTime(call.today(book));
    }
    for (const auto* field : {"device", "lot", "anaesthetic", "glide"}) {
        if (const auto text = call.arguments.one(field)) {
            schema::set_field(plan.session, field, *text, "--" + std::string(field), problems);
        }
    }
    set_areas(call.arguments, plan, problems);
    schema::refuse_any(std::move(problems));
    fill_from_last_session(book, call.arguments, plan);
    if (plan.areas.empty()) {
        throw schema::refused("--area",
                              "no area is given, and there is no earlier session to take it from",
                              "give what is to be needled: --area left_cheek");
    }
    return plan;
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
    const auto findings = clinical::findings(tracking::load_situation(book, plan));
    if (call.json()) {
        call.io.out << exchange::findings_json(findings) << '\n';
        return;
    }
    Lines page = paragraph(
        {{printable(call.arguments.need("CHART")) + "  ", Ink::strong}},
        fmt::format("needling planned on {}: {}", plan.session.at.day().text(), plan_text(plan)),
        call.io.width);
    page.push_back({});
    append(page, finding_list(findings, call.io.width));
    if (findings.empty()) {
        page.push_back({{"No rule speaks against it. The clinician decides.", Ink::good}});
    }
    call.io.out << text_of(page, call.io.out_is_terminal);
}

void list_rules(Invocation& call) {
    const auto all = clinical::rules();
    if (call.json()) {
        call.io.out << exchange::rules_json(all) << '\n';
        return;
    }
    Lines page{
        {{pad_right("rule", 31) + pad_right("level", 10) + "what it looks at", Ink::strong}}};
    for (const auto& rule : all) {
        const auto first = pad_right(rule.id, 31) + pad_right(spaced(schema::word(rule.level)), 10);
        append(page, paragraph({{first}}, clinical::filled(rule.checks, rule), call.io.width));
    }
    call.io.out << text_of(page, call.io.out_is_terminal);
}

void show_rule(Invocation& call) {
    const auto id = call.arguments.need("RULE");
    const auto all = clinical::rules();
    const auto rule =
        std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.id == id; });
    if (rule == all.end()) {
        throw schema::refused("rule",
                              fmt::format("there is no \"{}\"", id),
                              "`needlebook rule list` shows the rules");
    }
    if (call.json()) {
        call.io.out << exchange::rules_json({*rule}) << '\n';
        return;
    }
    Lines page{{{std::string(rule->id), Ink::strong}}};
    const auto add = [&](std::string_view name, const std::string& text) {
        append(page, paragraph({{pad_right("  " + std::string(name), 12)}}, text, call.io.width));
    };
    add("level", spaced(schema::word(rule->level)));
    add("looks at", clinical::filled(rule->checks, *rule));
    add("says", clinical::filled(rule->text, *rule));
    add("source", std::string(rule->source));
    call.io.out << text_of(page, call.io.out_is_terminal);
}

}  // namespace

std::vector<Command> safety_commands() {
    return {
        {.noun = "safety",
         .verb = "",
         .summary = "Say what the safety rules find before a session, the gravest first.",
         .example = "needlebook safety C-001 --area left_cheek --device pen",
         .output = "C-001  needling planned on 2026-01-10: pen, left cheek\n\n"
                   "STOP       Left cheek: 3 papules on 2026-01-05 (acne 1)\n"
                   "           Do not needle active inflammatory lesions: …",
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
