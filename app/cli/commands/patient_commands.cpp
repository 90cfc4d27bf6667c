#include <algorithm>
#include <functional>
#include <iterator>
#include <set>

#include <fmt/format.h>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/dangerous_act.h"
#include "app/cli/commands/patient_file.h"
#include "app/cli/commands/record_words.h"
#include "app/cli/commands/value_given.h"
#include "app/cli/invocation.h"
#include "app/cli/lists/list_output.h"
#include "app/cli/terminal/display_text.h"
#include "app/cli/terminal/text_table.h"
#include "app/export/listing.h"
#include "app/json/record_json.h"
#include "app/tracking/commit.h"
#include "app/tracking/link.h"
#include "app/tracking/merge.h"
#include "app/tracking/restore.h"
#include "app/tracking/settings.h"
#include "app/tracking/wall_clock.h"
#include "db/ledger/ledger.h"
#include "db/records/clinic.h"
#include "db/records/patient_search.h"
#include "db/records/patients.h"
#include "db/records/records.h"
#include "db/records/tags.h"
#include "schema/types/error.h"

namespace cli {

namespace {

// `tags` are those of at least these patients; only JSON shows them.
void print_patients(Invocation& call,
                    const std::vector<schema::Patient>& patients,
                    const std::function<std::vector<schema::Tag>()>& tags,
                    std::string_view none) {
    const auto table = [&] {
        std::vector<std::vector<std::string>> rows;
        for (const auto& patient : patients) {
            rows.push_back(
                {patient.chart,
                 patient.name.value_or(""),
                 patient.name_ar.value_or(""),
                 schema::Text<std::optional<schema::PartialDate>>::write(patient.born),
                 schema::Text<std::optional<schema::Sex>>::write(patient.sex),
                 schema::Text<std::optional<schema::Fitzpatrick>>::write(patient.fitzpatrick)});
        }
        return rows.empty()
                   ? std::string(none)
                   : text_table({"chart", "name", "Arabic name", "born", "sex", "skin type"},
                                rows,
                                call.io.table_width());
    };
    print_list(call,
               {.name = "patients",
                .table = table,
                .json = [&] { return exchange::patients_json(patients, tags()); },
                .listing =
                    [&] {
                        return exchange::listing_of(
                            kinds::of<schema::Patient>(),
                            std::vector<schema::AnyRecord>(patients.begin(), patients.end()));
                    }});
}

std::vector<schema::Tag> tags_of_each(const db::Book& book,
                                      const std::vector<schema::Patient>& patients) {
    std::vector<schema::Tag> tags;
    for (const auto& patient : patients) {
        std::ranges::move(db::tags_of(book, patient.id), std::back_inserter(tags));
    }
    return tags;
}

constexpr std::size_t usual_page = 100;  // patients that people are shown at once

// How many patients to list; nothing: all of them, as for a program that says nothing.
std::optional<std::size_t> page_length(const Invocation& call) {
    if (call.arguments.has("all") && call.arguments.has("limit")) {
        throw schema::misused("--all", "it does not go with --limit", "leave one of them out");
    }
    if (!call.arguments.has("limit")) {
        const bool is_whole = call.arguments.has("all") || !is_table_for_people(call);
        return is_whole ? std::nullopt : std::optional(usual_page);
    }
    const auto most = read_option<std::int64_t>(call, "limit");
    if (most < 1) {
        throw schema::refused(
            "--limit", fmt::format("{} is less than 1", most), "give --limit 1 or more");
    }
    return static_cast<std::size_t>(most);
}

// Those entered in error too, by chart.
void list_patients_with_voided(Invocation& call) {
    const auto after = call.arguments.one("after").value_or("");
    const auto most = page_length(call);
    const auto book = call.open_to_read(right_of_list(call));
    std::vector<schema::Patient> patients;
    db::for_each_record<schema::Patient>(book, [&](const schema::Patient& patient) {
        if (patient.chart > after) {
            patients.push_back(patient);
        }
    });
    std::stable_sort(patients.begin(), patients.end(), [](const auto& a, const auto& b) {
        return a.chart < b.chart;
    });
    patients.resize(std::min(patients.size(), most.value_or(patients.size())));
    for (const auto& patient : patients) {
        if (patient.voided && is_table_for_people(call)) {
            call.io.err << fmt::format(
                "entered in error: {} (patient {})\n", one_line(patient.chart), patient.id.value);
        }
    }
    print_patients(
        call, patients, [&] { return tags_of_each(book, patients); }, "No patients yet.\n");
}

void list_patients(Invocation& call) {
    if (call.arguments.has("voided")) {
        list_patients_with_voided(call);
        return;
    }
    const auto most = page_length(call);
    const auto after = call.arguments.one("after").value_or("");
    const auto book = call.open_to_read(right_of_list(call));
    const auto patients = db::patients_by_chart(book, after, most);
    print_patients(
        call,
        patients,
        [&] { return most ? tags_of_each(book, patients) : db::all_tags(book); },
        after.empty() ? "No patients yet: `needlebook patient add --chart C-001 …` registers one.\n"
                      : "No patients after this one.\n");
    if (is_table_for_people(call) && !patients.empty() &&
        !db::patients_by_chart(book, patients.back().chart, 1).empty()) {
        call.io.err << fmt::format("{} of {} patients; the next: --after {}; all of them: --all\n",
                                   patients.size(),
                                   db::count_patients(book),
                                   one_line(patients.back().chart));
    }
}

void find_patients(Invocation& call) {
    const auto book = call.open_to_read(right_of_list(call));
    const auto patients = db::search_patients(book, call.arguments.need("TEXT"));
    print_patients(
        call, patients, [&] { return tags_of_each(book, patients); }, "Nobody found.\n");
}

void show_patient(Invocation& call) {
    const auto book = call.open_to_read();
    const auto patient = call.arguments.has("voided")
                             ? tracking::voided_patient(book, call.arguments.need("CHART"))
                             : call.patient_voided_or_not(book);
    const auto tags = db::tags_of(book, patient.id);
    if (patient.voided) {
        say_voided(call, book, patient);
    }
    if (call.json()) {
        call.io.out << exchange::json_text(exchange::patient_json(patient, tags)) << '\n';
        return;
    }
    call.io.out << fmt::format("patient {}{}\n{}",
                               patient.id.value,
                               patient.voided ? " (voided: entered in error)" : "",
                               record_lines(patient));
    for (const auto& tag : tags) {
        call.io.out << fmt::format(
            "  {}{}={}\n", pad_right("tag", 18), one_line(tag.key), one_line(tag.value));
    }
}

// What it would do, field by field, and asks.
void confirm_merging(Invocation& call,
                     const schema::Patient& from,
                     const schema::Patient& into,
                     const tracking::Merging& plan,
                     const std::set<std::string>& take) {
    DangerousAct act{.what = fmt::format("merges {} into {}", from.chart, into.chart),
                     .details = {fmt::format("records that go over: {}", plan.records)},
                     .way_back = "`needlebook undo` of its ledger entry is the way back."};
    for (const auto& each : plan.differences) {
        call.io.out << fmt::format("  {}: {}, not {}\n",
                                   each.field,
                                   one_line(take.contains(each.field) ? each.from : each.into),
                                   one_line(take.contains(each.field) ? each.into : each.from));
        act.details.push_back(fmt::format("{} differs", each.field));
    }
    for (const auto& each : plan.filled) {
        act.details.push_back(fmt::format("{} comes from {}", each, from.chart));
    }
    confirm_act(call, act);
}

void merge_patients(Invocation& call) {
    auto book = call.open_to_write();
    const auto from = call.patient(book);
    const auto into = tracking::patient_with_chart(book, call.arguments.need("INTO"));
    std::set<std::string> take;
    for (auto name : call.arguments.all("take")) {
        if (!name.starts_with("label ")) {
            std::replace(name.begin(), name.end(), '-', '_');
        }
        take.insert(std::move(name));
    }
    tracking::require_reason(call.submission());
    confirm_merging(call, from, into, tracking::plan_merge(book, from, into), take);
    tracking::merge_patients(book, call.submission(), from, into, take);
    call.io.out << fmt::format("merged; the way back: needlebook undo {}\n", db::last_entry(book));
}

void tag_patient(Invocation& call) {
    auto book = call.open_to_write();
    const auto patient = call.patient(book);
    const auto text = call.arguments.need("KEY=VALUE");
    const auto equals = text.find('=');
    if (equals == std::string::npos) {
        throw schema::refused(
            "tag", fmt::format("\"{}\" is not KEY=VALUE", text), "write it arm=placebo");
    }
    tracking::tag(
        book, call.submission(), {patient.id, text.substr(0, equals), text.substr(equals + 1)});
}

void untag_patient(Invocation& call) {
    auto book = call.open_to_write();
    tracking::untag(book, call.submission(), call.patient(book).id, call.arguments.need("KEY"));
}

void link_patient(Invocation& call) {
    auto book = call.open_to_write();
    tracking::LinkTerms terms;
    if (const auto days = call.arguments.one("days")) {
        terms.days = schema::Text<int>::read(*days).value_or(0);  // which is refused
    }
    terms.entries = !call.arguments.has("only-reads");
    const auto made = tracking::link_patient(book,
                                             call.submission(),
                                             call.patient(book).id,
                                             terms,
                                             tracking::today_in(db::read_clinic(book).time_zone));
    call.io.out << "/p/" << made.link.key << '\n';
    if (made.code) {
        call.io.out << *made.code << '\n';
    }
}

void unlink_patient(Invocation& call) {
    auto book = call.open_to_write();
    tracking::unlink_patient(book, call.submission(), call.patient(book).id);
}

}  // namespace

std::vector<Command> patient_commands() {
    const Argument chart{"CHART", "the patient's chart number"};
    return {
        {.noun = "patient",
         .verb = "list",
         .summary = "List the patients, by chart.",
         .example = "needlebook patient list --after C-100",
         .output = "chart  name        born        sex     skin type\nC-001  Huda Saleh  "
                   "1996-04-02  female  IV",
         .notes =
             "People are shown 100 of them, and how to see the next; every other form gives all, "
             "where nothing else is asked.\n",
         .options = {{"limit", "N", "so many of them"},
                     {"after", "CHART", "those after this chart number"},
                     {"all", "", "all of them"},
                     {"voided", "", "those entered in error too, which are named"}},
         .json = true,
         .list = true,
         .run = &list_patients},
        {.noun = "patient",
         .verb = "show",
         .summary = "Show one patient.",
         .example = "needlebook patient show C-001",
         .output = "patient 1\n  chart             C-001\n  name              Huda Saleh\n  …",
         .arguments = {chart},
         .options = {{"voided",
                      "",
                      "the one entered in error, where another patient has the chart number now"}},
         .json = true,
         .run = &show_patient},
        {.noun = "patient",
         .verb = "find",
         .summary = "Find patients by a part of chart, name, telephone, e-mail or address; Arabic "
                    "spellings, accents and case are folded.",
         .example = "needlebook patient find احمد",
         .output = "chart  name  …\nC-007  أحمد  …",
         .arguments = {{.name = "TEXT",
                        .meaning = "a part of what is known of the patient",
                        .from_input = true}},
         .json = true,
         .list = true,
         .run = &find_patients},
        {.noun = "patient",
         .verb = "merge",
         .summary = "Make two charts of one person one.",
         .example = "needlebook patient merge C-007 C-001 --reason \"registered twice\" --yes",
         .output = "  born: 1996-04-02, not 1996-02-04\n"
                   "merged; the way back: needlebook undo 96",
         .notes =
             "It says first what differs, and asks. What the second chart lacks comes from the "
             "first; where both have a value the\nsecond's stays unless --take names the field. "
             "The first is voided, its page's address withdrawn. Ratings of agreement studies stay "
             "where they are.\n",
         .arguments = {{"CHART", "the chart that ends"}, {"INTO", "the chart that stays"}},
         .options =
             {{"take", "FIELD", "of this field the value of the chart that ends", false, true},
              yes_option()},
         .book = Book::write,
         .needs_reason = true,
         .run = &merge_patients},
        {.noun = "patient",
         .verb = "tag",
         .summary = "Label a patient with a key and a value.",
         .example = "needlebook patient tag C-001 arm=placebo",
         .output = "",
         .arguments = {chart, {"KEY=VALUE", "the label; one value per key"}},
         .book = Book::write,
         .run = &tag_patient},
        {.noun = "patient",
         .verb = "untag",
         .summary = "Take a label off a patient.",
         .example = "needlebook patient untag C-001 arm",
         .output = "",
         .arguments = {chart, {"KEY", "the label's key"}},
         .book = Book::write,
         .run = &untag_patient},
        {.noun = "patient",
         .verb = "link",
         .summary =
             "Give a patient a page of their own: what to put behind the address of `serve`.",
         .example = "needlebook patient link C-001 --days 120",
         .output = "/p/Wn5rY0v7cIu3m2hQk1tZ9A\n482913",
         .notes = "The second line is the code that opens it: tell it in person, it is shown this "
                  "once. Who has both reads what\n`progress --for patient` says, and tells how "
                  "the skin feels, which waits until somebody accepts it. The address\nbefore is "
                  "withdrawn. After six wrong codes the page opens no more: make another.\n",
         .arguments = {chart},
         .options = {{"days", "DAYS", "for how long it opens, 1 to 400; by itself 90"},
                     {"only-reads", "", "the patient reads it and tells nothing by it"}},
         .book = Book::write,
         .tells_of_repeats = true,
         .run = &link_patient},
        {.noun = "patient",
         .verb = "unlink",
         .summary = "Withdraw a patient's page: its address leads nowhere any more.",
         .example = "needlebook patient unlink C-001",
         .output = "",
         .arguments = {chart},
         .book = Book::write,
         .run = &unlink_patient},
        patient_file_command(),
        patient_calendar_command(),
    };
}

}  // namespace cli
