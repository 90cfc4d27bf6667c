// The commands of every kind of record, made from its description: the verb that writes one, list,
// show, correct, void.

#include <algorithm>

#include <fmt/format.h>

#include "app/cli/commands.h"
#include "app/cli/display_text.h"
#include "app/cli/invocation.h"
#include "app/cli/record_words.h"
#include "app/cli/session_gate.h"
#include "app/cli/text_table.h"
#include "app/clinical/events/event_grades.h"
#include "app/clinical/left_open.h"
#include "app/exchange/record_json.h"
#include "app/tracking/write.h"
#include "db/records.h"
#include "schema/records/set_field.h"

namespace cli {

namespace {

using schema::Description;
using schema::Problem;

std::string option_name(std::string_view field) {
    std::string name(field);
    std::replace(name.begin(), name.end(), '_', '-');
    return name;
}

template <class Value>
std::string placeholder() {
    if constexpr (schema::optional_of<Value>::value) {
        return placeholder<typename Value::value_type>();
    } else if constexpr (std::is_same_v<Value, std::string>) {
        return "TEXT";
    } else if constexpr (std::is_same_v<Value, schema::Date> ||
                         std::is_same_v<Value, schema::PartialDate>) {
        return "DATE";
    } else if constexpr (std::is_same_v<Value, schema::CivilTime>) {
        return "TIME";
    } else if constexpr (std::is_same_v<Value, schema::Interval>) {
        return "4w";
    } else if constexpr (std::is_same_v<Value, schema::Answers> || schema::Itemised<Value>) {
        return "ITEMS";
    } else if constexpr (std::is_same_v<Value, bool>) {
        return "yes|no";
    } else if constexpr (std::is_arithmetic_v<Value>) {
        return "N";
    } else if constexpr (schema::Enumeration<Value>) {
        return "WORD";
    } else {
        return "ID";
    }
}

// ": size=2|4|6|8,…": how a value that is made of items is written; empty for any other.
template <class Value>
std::string item_form() {
    if constexpr (schema::optional_of<Value>::value) {
        return item_form<typename Value::value_type>();
    } else if constexpr (schema::Itemised<Value> || std::is_same_v<Value, schema::Answers>) {
        return ": " + schema::Text<Value>::form();
    } else {
        return "";
    }
}

// What may name or describe a person.
template <class Record, class Value>
bool is_private(const schema::Field<Record, Value>& field) {
    return schema::is_text<Value> &&
           (field.is_confidential || schema::text_kind(field.name) == schema::TextKind::note);
}

// One option per field and one for the parts; the record's time answers to --at and --on.
template <class Record>
std::vector<Option> field_options(bool all_optional) {
    std::vector<Option> options;
    schema::for_each_field<Record>([&](const auto& field) {
        using Value = typename std::decay_t<decltype(field)>::value_type;
        std::string meaning(field.meaning);
        if constexpr (schema::Enumeration<Value>) {
            meaning += ": " + schema::word_list<Value>();
        } else if constexpr (schema::optional_of<Value>::value) {
            if constexpr (schema::Enumeration<typename Value::value_type>) {
                meaning += ": " + schema::word_list<typename Value::value_type>();
            }
        }
        meaning += item_form<Value>();
        const bool is_time = std::is_same_v<Value, schema::CivilTime>;
        options.push_back({.name = option_name(field.name),
                           .value = placeholder<Value>(),
                           .meaning = meaning,
                           .required = schema::is_required<Value> && !all_optional,
                           .also = is_time ? (field.name == "at" ? "on" : "at") : "",
                           .from_input = is_private(field)});
    });
    if constexpr (schema::HasParts<Record>) {
        constexpr auto& parts = Description<Record>::parts;
        using Part =
            typename std::decay_t<decltype(std::declval<Record>().*parts.member)>::value_type;
        options.push_back(
            {.name = std::string(parts.option),
             .value = std::string(Description<Part>::form),
             .meaning = fmt::format("{}; {}", parts.meaning, schema::part_remedy<Part>()),
             .repeated = true});
    }
    return options;
}

// Sets what was given. Throws schema::Error with every problem at once.
template <class Record>
void set_given(const Arguments& given, Record& record) {
    std::vector<Problem> problems;
    const auto set =
        [&](std::string_view name, const std::string& option, const std::string& text) {
            schema::set_field(record, name, text, "--" + option, problems);
        };
    for (const auto& option : field_options<Record>(true)) {
        std::string field = option.name;
        std::replace(field.begin(), field.end(), '-', '_');
        if constexpr (schema::HasParts<Record>) {
            if (option.name == Description<Record>::parts.option && given.has(option.name)) {
                (record.*Description<Record>::parts.member).clear();
            }
        }
        for (const auto& text : given.all(option.name)) {
            set(field, option.name, text);
        }
    }
    schema::refuse_any(std::move(problems));
}

template <class Record>
constexpr bool is_session = std::is_same_v<Record, schema::Session>;

template <class Record>
schema::Id<Record> id_given(const Invocation& call, [[maybe_unused]] const db::Book& book) {
    if constexpr (std::is_same_v<Record, schema::Patient>) {
        return call.patient(book).id;
    } else {
        const auto text = call.arguments.need("ID");
        const auto id = schema::Text<schema::Id<Record>>::read(text);
        if (!id) {
            throw schema::refused(
                "ID",
                fmt::format("\"{}\" is not an id, a whole number from 1", text),
                fmt::format("`needlebook {} list CHART` shows the ids", Description<Record>::noun));
        }
        return *id;
    }
}

template <class Record>
Record stored(const Invocation& call, const db::Book& book) {
    const auto id = id_given<Record>(call, book);
    auto record = db::find(book, id);
    if (!record) {
        throw schema::refused(
            fmt::format("{} {}", Description<Record>::noun, id.value),
            "there is none with this id",
            fmt::format("`needlebook {} list CHART` shows the ids", Description<Record>::noun));
    }
    return std::move(*record);
}

template <class Record>
void tell_left_open(const Invocation& call, const Record& record) {
    for (const auto& note : clinical::left_open(record)) {
        call.io.err << "note: " << note << '\n';
    }
}

template <class Record>
void write_new(Invocation& call) {
    auto book = call.open_to_write();
    Record record;
    if constexpr (!std::is_same_v<Record, schema::Patient>) {
        record.patient = call.patient(book).id;
    }
    set_given(call.arguments, record);
    if constexpr (is_session<Record>) {
        record_session(call, book, record);
    } else {
        call.io.out << tracking::record(book, call.submission(), record).answer << '\n';
        tell_left_open(call, record);
    }
}

template <class Record>
void list_records(Invocation& call) {
    const auto book = call.open_to_read();
    const auto patient = call.patient(book);
    const auto records = db::records_of<Record>(book, patient.id);
    if (call.json()) {
        call.io.out << exchange::records_json({records.begin(), records.end()}, patient.chart)
                    << '\n';
        return;
    }
    std::vector<std::string> headers{"id"};
    schema::for_each_field<Record>(
        [&](const auto& field) { headers.emplace_back(schema::spaced(field.name)); });
    if constexpr (schema::HasParts<Record>) {
        headers.emplace_back(schema::spaced(Description<Record>::parts.name));
    }
    std::vector<std::vector<std::string>> rows;
    for (const auto& record : records) {
        rows.push_back(field_texts(record));
    }
    call.io.out << (rows.empty() ? fmt::format("No {} recorded for {} yet.\n",
                                               Description<Record>::plural,
                                               patient.chart)
                                 : text_table(headers, rows, call.io.width));
}

template <class Record>
void show_record(Invocation& call) {
    const auto book = call.open_to_read();
    const auto record = stored<Record>(call, book);
    const auto patient = db::find(book, record.patient);
    if (call.json()) {
        call.io.out << exchange::record_json(record, patient->chart) << '\n';
        return;
    }
    call.io.out << fmt::format("{} {} of {}{}\n",
                               Description<Record>::noun,
                               record.id.value,
                               patient->chart,
                               record.voided ? " (voided: entered in error)" : "")
                << record_lines(record);
    if constexpr (is_session<Record>) {
        call.io.out << findings_of_session(book, record, call.io.width);
    }
}

template <class Record>
void correct_record(Invocation& call) {
    auto book = call.open_to_write();
    auto record = stored<Record>(call, book);
    set_given(call.arguments, record);
    if constexpr (is_session<Record>) {
        correct_session(call, book, record);
    } else {
        call.io.out << tracking::correct(book, call.submission(), record).answer << '\n';
    }
}

template <class Record>
void void_record(Invocation& call) {
    auto book = call.open_to_write();
    Record which;
    which.id = id_given<Record>(call, book);
    call.io.out << tracking::void_record(book, call.submission(), which).answer << '\n';
}

// Sets the field that says when it was over.
template <class Record>
void end_record(Invocation& call, std::string_view name) {
    auto book = call.open_to_write();
    auto record = stored<Record>(call, book);
    std::vector<Problem> problems;
    schema::set_field(record, name, call.arguments.need("on"), "--on", problems);
    schema::refuse_any(std::move(problems));
    call.io.out << tracking::correct(book, call.submission(), record).answer << '\n';
}

template <class Record>
constexpr bool is_patient = std::is_same_v<Record, schema::Patient>;

template <class Record>
Argument which_one() {
    return is_patient<Record>
               ? Argument{"CHART", "the patient's chart number"}
               : Argument{"ID",
                          fmt::format("the id, as `needlebook {} list CHART` shows it",
                                      Description<Record>::noun)};
}

template <class Record>
std::vector<Option> writing_options(bool all_optional) {
    auto options = field_options<Record>(all_optional);
    if constexpr (is_session<Record>) {
        options.push_back(override_option());
    }
    return options;
}

// The grades where they are entered.
template <class Record>
std::string notes_of() {
    return std::is_same_v<Record, schema::AdverseEvent> ? clinical::grade_notes() : std::string();
}

template <class Record>
void add_commands(std::vector<Command>& commands) {
    using D = Description<Record>;
    const auto words = words_of(D::noun);
    const std::string noun(D::noun);
    const auto reason_example = is_patient<Record> ? "C-001" : "3";
    auto arguments = is_patient<Record>
                         ? std::vector<Argument>{}
                         : std::vector<Argument>{{"CHART", "the patient's chart number"}};
    if constexpr (!schema::MadeByProgram<Record>) {
        commands.push_back({.noun = noun,
                            .verb = words.verb,
                            .summary = words.summary,
                            .example = words.example,
                            .output = words.output,
                            .notes = notes_of<Record>(),
                            .arguments = arguments,
                            .options = writing_options<Record>(false),
                            .book = Book::write,
                            .run = &write_new<Record>});
    }
    if constexpr (!is_patient<Record>) {
        commands.push_back({.noun = noun,
                            .verb = "list",
                            .summary = fmt::format("List a patient's {}.", D::plural),
                            .example = fmt::format("needlebook {} list C-001", noun),
                            .output = words.list_output,
                            .arguments = arguments,
                            .json = true,
                            .run = &list_records<Record>});
        commands.push_back({.noun = noun,
                            .verb = "show",
                            .summary = fmt::format("Show {}, voided or not.", D::summary),
                            .example = fmt::format("needlebook {} show 3", noun),
                            .output = words.show_output,
                            .arguments = {which_one<Record>()},
                            .json = true,
                            .run = &show_record<Record>});
    }
    if constexpr (schema::MadeByProgram<Record>) {
        return;
    }
    commands.push_back(
        {.noun = noun,
         .verb = "correct",
         .summary = "Correct what was recorded; the earlier values stay in the ledger.",
         .example = fmt::format("needlebook {} correct {} {} --reason \"misread\"",
                                noun,
                                reason_example,
                                words.correction),
         .output = is_patient<Record> ? "1" : "3",
         .arguments = {which_one<Record>()},
         .options = writing_options<Record>(true),
         .book = Book::write,
         .run = &correct_record<Record>});
    commands.push_back(
        {.noun = noun,
         .verb = "void",
         .summary = "Mark as entered in error: out of every summary, still in the ledger.",
         .example =
             fmt::format("needlebook {} void {} --reason \"wrong patient\"", noun, reason_example),
         .output = is_patient<Record> ? "1" : "3",
         .arguments = {which_one<Record>()},
         .book = Book::write,
         .run = &void_record<Record>});
}

template <class Record>
Command end_command(std::string_view field) {
    const std::string noun(Description<Record>::noun);
    return {.noun = noun,
            .verb = "end",
            .summary = fmt::format("Say when it was over: {}.", Description<Record>::summary),
            .example = fmt::format("needlebook {} end 3 --on 2026-06-01", noun),
            .output = "3",
            .arguments = {which_one<Record>()},
            .options = {{"on", "DATE", "the day it ended", true}},
            .book = Book::write,
            .run = [field](Invocation& call) { end_record<Record>(call, field); }};
}

}  // namespace

std::vector<Command> record_commands() {
    std::vector<Command> commands;
    schema::for_each_kind(
        [&](const auto& kind) { add_commands<std::decay_t<decltype(kind)>>(commands); });
    commands.push_back(end_command<schema::Condition>("until"));
    commands.push_back(end_command<schema::Course>("ended"));
    commands.push_back(end_command<schema::OtherTreatment>("until"));
    return commands;
}

}  // namespace cli
