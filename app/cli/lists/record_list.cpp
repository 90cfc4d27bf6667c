#include "app/cli/lists/record_list.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "app/cli/as_meant.h"
#include "app/cli/commands/record_words.h"
#include "app/cli/commands/value_given.h"
#include "app/cli/invocation.h"
#include "app/cli/lists/list_output.h"
#include "app/cli/terminal/text_table.h"
#include "app/json/record_json.h"
#include "db/records/records.h"
#include "schema/types/text.h"

namespace cli {

namespace {

using kinds::Kind;
using schema::AnyRecord;

bool has_days(const Kind& kind) {
    return kind.field(schema::Role::when) != nullptr;
}

// The day that a moment or a day was given as: --from, --until, --on.
std::optional<schema::Date> day_given(const Invocation& call,
                                      const db::Book& book,
                                      const Kind& kind,
                                      const std::string& option) {
    const auto typed = call.arguments.one(option);
    if (!typed) {
        return std::nullopt;
    }
    const auto& when = *kind.field(schema::Role::when);
    const AsMeant as_meant([&] { return call.now(book); }, call.io.err);
    auto as_option = when;
    as_option.name = option;
    const auto meant = schema::CivilTime::read(as_meant.field(as_option, *typed));
    if (!meant) {
        throw schema::refused("--" + option,
                              fmt::format("\"{}\" is not a day", *typed),
                              "give it as YYYY-MM-DD, or today");
    }
    return meant->day();
}

// Nothing where it has none yet.
std::optional<schema::Date> day_of(const Kind& kind, const AnyRecord& any) {
    const kinds::ConstRecord record(any);
    const auto& when = *kind.field(schema::Role::when);
    const auto value = record.get(when);
    if (value.is_absent()) {
        return std::nullopt;
    }
    return when.type == kinds::Type::moment ? value.as<schema::CivilTime>().day()
                                            : value.as<schema::Date>();
}

// The first so many of what lies between --from and --until, or --on one day.
void keep_those_asked_for(const Invocation& call,
                          const db::Book& book,
                          const Kind& kind,
                          std::vector<AnyRecord>& records) {
    const auto on = day_given(call, book, kind, "on");
    const auto from = on ? on : day_given(call, book, kind, "from");
    const auto until = on ? on : day_given(call, book, kind, "until");
    if (from || until) {
        std::erase_if(records, [&](const AnyRecord& record) {
            const auto day = day_of(kind, record);
            return !day || (from && *day < *from) || (until && *day > *until);
        });
    }
    if (call.arguments.has("limit")) {
        const auto most = read_option<int>(call, "limit");
        if (most < 0) {
            throw schema::refused("--limit", "is less than nothing", "give 0 or more");
        }
        records.resize(std::min(records.size(), static_cast<std::size_t>(most)));
    }
}

// Of one patient, or of all who have a chart in force.
struct Listed {
    std::vector<AnyRecord> records;
    std::map<std::int64_t, std::string> charts;  // of their patients, by id

    const std::string& chart_of(const AnyRecord& record) const {
        return charts.at(kinds::ConstRecord(record).kept().patient);
    }
};

Listed records_of_one(Invocation& call, const db::Book& book, const Kind& kind, bool with_voided) {
    const auto patient = with_voided ? call.patient_voided_or_not(book) : call.patient(book);
    if (patient.voided) {
        say_voided(call, book, patient);
    }
    return {db::records_of(
                book, kind, with_voided ? db::Which::of_patient : db::Which::in_force, patient.id),
            {{patient.id.value, patient.chart}}};
}

Listed records_of_all(const Invocation& call,
                      const db::Book& book,
                      const Kind& kind,
                      bool with_voided) {
    if (!call.arguments.has("on") && !call.arguments.has("from")) {
        throw schema::misused("CHART",
                              "it is not said whose, nor of which days",
                              fmt::format("`needlebook {0} list C-001`; of all patients: "
                                          "`needlebook {0} list --on today`",
                                          kind.noun));
    }
    Listed listed;
    db::for_each_record<schema::Patient>(book, [&](const schema::Patient& patient) {
        if (!patient.voided) {
            listed.charts.emplace(patient.id.value, patient.chart);
        }
    });
    listed.records = db::records_of(book, kind, db::Which::of_everybody, {});
    std::erase_if(listed.records, [&](const AnyRecord& record) {
        const auto kept = kinds::ConstRecord(record).kept();
        return !listed.charts.contains(kept.patient) || (kept.voided && !with_voided);
    });
    return listed;
}

std::string table_of_records(const Invocation& call,
                             const Kind& kind,
                             const Listed& listed,
                             bool with_voided,
                             bool with_chart) {
    std::vector<std::string> headers{"id"};
    for (const auto& field : kind.fields) {
        if (!field.facets.bulky) {
            headers.emplace_back(schema::spaced(field.name));
        }
    }
    if (kind.parts) {
        headers.emplace_back(schema::spaced(kind.parts->name));
    }
    if (with_voided) {
        headers.emplace_back("voided");
    }
    if (with_chart) {
        headers.insert(headers.begin(), "patient");
    }
    std::vector<std::vector<std::string>> rows;
    for (const auto& record : listed.records) {
        auto& row = rows.emplace_back(field_texts(record));
        if (with_voided) {
            row.emplace_back(kinds::ConstRecord(record).kept().voided ? "yes" : "");
        }
        if (with_chart) {
            row.insert(row.begin(), listed.chart_of(record));
        }
    }
    return text_table(headers, rows, call.io.table_width());
}

void list_records(Invocation& call, const Kind& kind) {
    const auto book = call.open_to_read(right_of_list(call));
    const bool with_voided = call.arguments.has("voided");
    const bool is_of_one = call.arguments.has("CHART");
    auto listed = is_of_one ? records_of_one(call, book, kind, with_voided)
                            : records_of_all(call, book, kind, with_voided);
    const bool had_any = !listed.records.empty();
    keep_those_asked_for(call, book, kind, listed.records);
    const auto& records = listed.records;
    const auto table = [&] {
        if (records.empty()) {
            return had_any ? fmt::format("No {} of what was asked for.\n", kind.plural)
                           : fmt::format("No {} recorded{} yet.\n",
                                         kind.plural,
                                         is_of_one ? " for " + listed.charts.begin()->second : "");
        }
        return table_of_records(call, kind, listed, with_voided, !is_of_one);
    };
    print_list(call,
               {.name = std::string(kind.plural),
                .table = table,
                .json =
                    [&] {
                        return exchange::array_of(records, [&](const AnyRecord& record) {
                            return exchange::record_json(record, listed.chart_of(record));
                        });
                    },
                .listing =
                    [&] {
                        return exchange::listing_of(kind, records, [&](std::int64_t patient) {
                            return listed.charts.at(patient);
                        });
                    }});
}

// Those of a list of records.
std::vector<Option> list_options(const Kind& kind) {
    std::vector<Option> options{{"voided",
                                 "",
                                 "those entered in error too; of a patient entered in "
                                 "error as well"}};
    if (has_days(kind)) {
        options.push_back({"on", "DATE", "of this day only"});
        options.push_back({"from", "DATE", "of this day and later"});
        options.push_back({"until", "DATE", "of this day and earlier"});
    }
    options.push_back({"limit", "N", "the first N of them"});
    return options;
}

}  // namespace

Command list_command(const Kind& kind) {
    return {.noun = std::string(kind.noun),
            .verb = "list",
            .summary = fmt::format("List a patient's {}.", kind.plural),
            .example = fmt::format("needlebook {} list C-001", kind.noun),
            .output = fmt::format("{}\n{}", kind.example.headers, kind.example.row),
            .arguments = {has_days(kind) ? Argument{"CHART",
                                                    "the patient's chart number; without one, "
                                                    "those of all patients on the days that are "
                                                    "given",
                                                    false}
                                         : Argument{"CHART", "the patient's chart number"}},
            .options = list_options(kind),
            .json = true,
            .list = true,
            .run = [&kind](Invocation& call) { list_records(call, kind); }};
}

}  // namespace cli
