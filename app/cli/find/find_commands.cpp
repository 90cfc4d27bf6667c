// Records by the words in them.

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/value_given.h"
#include "app/cli/invocation.h"
#include "app/cli/lists/list_output.h"
#include "app/cli/nearest.h"
#include "app/cli/terminal/display_text.h"
#include "app/cli/terminal/terminal.h"
#include "app/cli/terminal/text_table.h"
#include "app/json/json_value.h"
#include "db/records/records.h"
#include "db/records/tags.h"
#include "db/search/search.h"
#include "schema/kinds/value_text.h"
#include "schema/records/clinic_record.h"
#include "schema/types/error.h"
#include "schema/types/text.h"

namespace cli {

namespace {

using db::SearchedAs;
using db::SearchedText;
using Json = exchange::OrderedJson;

// Where a word of the query stands.
struct Place {
    std::string field;
    std::string text;
};

struct Hit {
    std::string chart;  // empty: the clinic's own
    std::string kind;
    std::int64_t id = 0;
    std::string on;
    std::vector<Place> places;
};

void add_place(const db::SearchQuery& query,
               SearchedAs as,
               std::string_view field,
               std::string text,
               std::vector<Place>& places) {
    SearchedText searched;
    switch (as) {
        case SearchedAs::not_at_all:
            return;
        case SearchedAs::text:
            searched.add_text(text);
            break;
        case SearchedAs::code:
            searched.add_code(text);
            break;
        case SearchedAs::telephone:
            searched.add_telephone(text);
            break;
    }
    if (query.finds_some(searched)) {
        places.push_back({std::string(field), std::move(text)});
    }
}

void fill(Hit& hit, const db::SearchQuery& query, const kinds::ConstRecord& record) {
    for (const auto& field : record.kind().fields) {
        const auto value = record.get(field);
        if (field.facets.role == schema::Role::when && !value.is_absent()) {
            hit.on = kinds::text_of(field, value);
        }
        if (!value.is_absent()) {
            add_place(query,
                      db::searched_as(field),
                      field.name,
                      kinds::text_of(field, value),
                      hit.places);
        }
    }
}

// One of the clinic's own.
void fill_of_clinic(Hit& hit,
                    const db::SearchQuery& query,
                    const db::Book& book,
                    const kinds::Kind& kind) {
    const auto try_as = [&](auto record) {
        if (&kinds::of<decltype(record)>() == &kind && db::find_record(book, hit.id, record)) {
            fill(hit, query, record);
        }
    };
    try_as(schema::Stock{});
    try_as(schema::Protocol{});
    try_as(schema::ConsentForm{});
}

Hit hit_of(const db::Book& book, const db::SearchQuery& query, const db::FoundRecord& found) {
    Hit hit{.kind = std::string(found.kind->noun), .id = found.id};
    const bool is_patient = found.kind == &kinds::of<schema::Patient>();
    if (found.kind->owner != schema::Owner::patient && !is_patient) {
        fill_of_clinic(hit, query, book, *found.kind);
        return hit;
    }
    const auto record = db::find(book, *found.kind, found.id);
    const schema::Id<schema::Patient> patient(
        is_patient ? found.id : kinds::ConstRecord(*record).kept().patient);
    hit.chart = db::find(book, patient)->chart;
    fill(hit, query, *record);
    if (is_patient) {
        for (const auto& tag : db::tags_of(book, patient)) {
            SearchedText searched;
            searched.add_text(tag.key);
            searched.add_text(tag.value);
            if (query.finds_some(searched)) {
                hit.places.push_back({"tag", tag.key + "=" + tag.value});
            }
        }
    }
    return hit;
}

std::string places_text(const Hit& hit) {
    std::vector<std::string> texts;
    for (const auto& place : hit.places) {
        texts.push_back(fmt::format("{}: {}", schema::spaced(place.field), one_line(place.text)));
    }
    return fmt::format("{}", fmt::join(texts, "; "));
}

Json json_of(const Hit& hit) {
    auto places = Json::array();
    for (const auto& place : hit.places) {
        places.push_back({{"field", place.field}, {"text", place.text}});
    }
    return {{"patient", hit.chart.empty() ? Json(nullptr) : Json(hit.chart)},
            {"kind", hit.kind},
            {"id", hit.id},
            {"on", hit.on.empty() ? Json(nullptr) : Json(hit.on)},
            {"places", std::move(places)}};
}

std::vector<std::string> nouns() {
    std::vector<std::string> all;
    for (const auto* kind : db::searched_kinds()) {
        all.emplace_back(kind->noun);
    }
    return all;
}

std::set<std::string> kinds_wanted(const Invocation& call) {
    std::set<std::string> wanted;
    const auto known = nouns();
    for (const auto& noun : call.arguments.all("kind")) {
        if (std::find(known.begin(), known.end(), noun) == known.end()) {
            throw schema::refused("--kind",
                                  fmt::format("\"{}\" is no kind that is searched", noun),
                                  fmt::format("{}give one of: {}",
                                              did_you_mean("", nearest(noun, known)),
                                              fmt::join(known, ", ")));
        }
        wanted.insert(noun);
    }
    return wanted;
}

constexpr int usual_limit = 50;

int limit_given(const Invocation& call) {
    if (!call.arguments.has("limit")) {
        return usual_limit;
    }
    const auto most = read_option<int>(call, "limit");
    if (most < 1) {
        throw schema::refused(
            "--limit", fmt::format("{} is less than 1", most), "give --limit 1 or more");
    }
    return most;
}

void find_records(Invocation& call) {
    const db::SearchQuery query(fmt::format("{}", fmt::join(call.arguments.all("WORD"), " ")));
    if (query.is_empty()) {
        throw schema::refused("WORD",
                              "holds no letter and no digit",
                              "say a word, or the beginning of one: needlebook find huda");
    }
    const auto wanted = kinds_wanted(call);
    const auto most = static_cast<std::size_t>(limit_given(call));
    const auto book = call.open_to_read(right_of_list(call));
    ProgressBar bar(call.io, "index of words");
    std::vector<db::FoundRecord> found;
    bool has_more = false;
    db::search(
        book,
        query,
        [&](const db::FoundRecord& each) {
            if (!wanted.empty() && !wanted.contains(std::string(each.kind->noun))) {
                return true;
            }
            has_more = found.size() == most;
            if (!has_more) {
                found.push_back(each);
            }
            return !has_more;
        },
        [&](std::int64_t done, std::int64_t all) { bar.show(done, all); });
    bar.clear();
    std::vector<Hit> hits;
    for (const auto& each : found) {
        hits.push_back(hit_of(book, query, each));
    }
    const auto rows = [&] {
        std::vector<std::vector<std::string>> texts;
        for (const auto& hit : hits) {
            texts.push_back(
                {hit.chart, hit.kind, std::to_string(hit.id), hit.on, places_text(hit)});
        }
        return texts;
    };
    const std::vector<std::string> headers{"patient", "kind", "id", "on", "found in"};
    print_list(
        call,
        {.name = "found",
         .table =
             [&] {
                 return hits.empty() ? "Nothing found.\n"
                                     : text_table(headers, rows(), call.io.table_width());
             },
         .json =
             [&] { return exchange::array_of(hits, [](const Hit& hit) { return json_of(hit); }); },
         .listing =
             [&] {
                 exchange::Listing listing{
                     .columns = {{"patient"}, {"kind"}, {"id"}, {"on"}, {"found_in"}}, .rows = {}};
                 for (const auto& row : rows()) {
                     auto& cells = listing.rows.emplace_back();
                     for (const auto& text : row) {
                         cells.push_back({text});
                     }
                 }
                 return listing;
             }});
    if (has_more) {
        call.io.err << fmt::format("the first {}; more of them: --limit N\n", most);
    }
}

}  // namespace

std::vector<Command> find_commands() {
    return {
        {.noun = "find",
         .verb = "",
         .summary =
             "Find records by the words in them: names, charts, telephone, notes, products, tags.",
         .example = "needlebook find bruis",
         .output = "patient  kind     id  on                found in\n"
                   "C-001    session  3   2026-01-05T10:30  note: Bruised easily on the left",
         .notes = fmt::format("Each word begins a word of the record; of three characters or more "
                              "it may stand anywhere in a chart\n"
                              "number, telephone number or lot. Case, accents and Arabic spellings "
                              "are folded. Patients come first, then\n"
                              "the newest of each kind. The words are kept beside the book in "
                              "NAME.search, which is made by itself.\n"
                              "Kinds: {}.\n",
                              fmt::join(nouns(), ", ")),
         .arguments = {{.name = "WORD",
                        .meaning = "a word or its beginning; of several, all must be in one record",
                        .repeated = true}},
         .options = {{"kind", "NOUN", "of this kind alone", false, true},
                     {"limit", "N", fmt::format("the first N; by itself {}", usual_limit)}},
         .json = true,
         .list = true,
         .run = &find_records},
    };
}

}  // namespace cli
