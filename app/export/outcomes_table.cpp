#include "app/export/outcomes_table.h"

#include <utility>

#include "app/progress/series/responder.h"
#include "schema/types/text.h"

namespace exchange {

namespace {

using progress::GroupResult;
using progress::InstrumentResult;
using progress::Result;

// One row: the name of each column, and its cell.
class NamedCells {
  public:
    void add(std::string name, std::string cell) {
        columns.push_back({std::move(name)});
        cells.push_back({std::move(cell)});
    }
    void add(std::string name, const char* cell) { add(std::move(name), std::string(cell)); }
    void add(std::string name, int number) { add(std::move(name), static_cast<double>(number)); }
    void add(std::string name, double number) {
        columns.push_back({std::move(name)});
        cells.push_back({schema::number_text(number), number});
    }
    void add(std::string name, bool yes) { add(std::move(name), yes ? "yes" : "no"); }
    template <class Value>
    void add(std::string name, const std::optional<Value>& value) {
        if (value) {
            add(std::move(name), *value);
        } else {
            add(std::move(name), "");
        }
    }

    std::vector<ListingColumn> columns;
    std::vector<ListingCell> cells;
};

// The member of what may not be there.
template <class Of, class Member>
auto of(const std::optional<Of>& value, Member member) {
    using Value = std::decay_t<decltype((*value).*member)>;
    return value ? std::optional<Value>((*value).*member) : std::nullopt;
}

void add_values(NamedCells& row,
                const std::string& prefix,
                const std::optional<progress::Descriptives>& values) {
    using Values = progress::Descriptives;
    row.add(prefix + "_n", of(values, &Values::n));
    row.add(prefix + "_mean", of(values, &Values::mean));
    row.add(prefix + "_sd", values ? values->sd : std::nullopt);
    row.add(prefix + "_median", of(values, &Values::median));
    row.add(prefix + "_quartile1", of(values, &Values::quartile1));
    row.add(prefix + "_quartile3", of(values, &Values::quartile3));
    row.add(prefix + "_lowest", of(values, &Values::lowest));
    row.add(prefix + "_highest", of(values, &Values::highest));
}

void add_share(NamedCells& row,
               const std::string& prefix,
               const std::optional<progress::Share>& share) {
    row.add(prefix + "_k", of(share, &progress::Share::k));
    row.add(prefix + "_n", of(share, &progress::Share::n));
    row.add(prefix + "_share", of(share, &progress::Share::share));
    row.add(prefix + "_low95", of(share, &progress::Share::low95));
    row.add(prefix + "_high95", of(share, &progress::Share::high95));
}

void add_difference(NamedCells& row, const Result& result) {
    using T = progress::PairedT;
    const auto& change = result.change;
    row.add("change_mean", of(change, &T::mean));
    row.add("change_sd", change ? change->sd : std::nullopt);
    row.add("change_low95", change ? change->low95 : std::nullopt);
    row.add("change_high95", change ? change->high95 : std::nullopt);
    row.add("change_t", change ? change->t : std::nullopt);
    row.add("change_df", of(change, &T::df));
    row.add("change_p", change ? change->p : std::nullopt);
    const auto& typical = result.hodges_lehmann;
    row.add("hodges_lehmann", of(typical, &progress::HodgesLehmann::estimate));
    row.add("hodges_lehmann_low95", typical ? typical->low95 : std::nullopt);
    row.add("hodges_lehmann_high95", typical ? typical->high95 : std::nullopt);
    row.add("wilcoxon_v", of(result.wilcoxon, &progress::SignedRank::v));
    row.add("wilcoxon_p", of(result.wilcoxon, &progress::SignedRank::p));
}

void add_change(NamedCells& row, const Result& result) {
    add_difference(row, result);
    const auto& percent = result.mean_percent_change;
    row.add("mean_percent_change", of(percent, &progress::MeanPercentChange::mean));
    row.add("mean_percent_change_n", of(percent, &progress::MeanPercentChange::n));
    row.add("percent_change_of_means", result.percent_change_of_means);
}

void add_scale(NamedCells& row, const InstrumentResult& scale) {
    const auto& instrument = scale.instrument;
    row.add("instrument", instrument.code);
    row.add("region", scale.region ? std::string(schema::word(*scale.region)) : std::string());
    row.add("name", instrument.name);
    row.add("unit", instrument.unit);
    row.add(
        "better",
        instrument.target ? std::string("nearer") : std::string(schema::word(instrument.better)));
    row.add(
        "noise_rule",
        instrument.noise_rule ? std::string(schema::word(*instrument.noise_rule)) : std::string());
    row.add("noise", instrument.noise);
    row.add("noise_other_rater", instrument.noise_other_rater);
    row.add(
        "noise_kind",
        instrument.noise_kind ? std::string(schema::word(*instrument.noise_kind)) : std::string());
    row.add("responder_rule",
            progress::has_responder_rule(instrument) ? progress::responder_rule_text(instrument)
                                                     : std::string());
}

void add_response(NamedCells& row, const std::optional<progress::Survival>& response) {
    row.add("response_n", of(response, &progress::Survival::n));
    row.add("response_responded", of(response, &progress::Survival::events));
    row.add("response_median_days", response ? response->median : std::nullopt);
}

void add_events(NamedCells& row, const GroupResult& group) {
    row.add("sessions", group.sessions);
    row.add("events", group.events);
    row.add("events_per_100", of(group.event_rate, &progress::EventRate::per_100));
    row.add("events_low95", of(group.event_rate, &progress::EventRate::low95));
    row.add("events_high95", of(group.event_rate, &progress::EventRate::high95));
    add_share(row, "patients_with_events", group.patients_with_events);
}

NamedCells row_of(const GroupResult& group,
                  const progress::Grouping& grouping,
                  const InstrumentResult& scale,
                  const std::string& at,
                  const Result& result) {
    NamedCells row;
    row.add("grouping", grouping.text());
    row.add("group", group.group.name);
    row.add("group_n", group.n);
    add_scale(row, scale);
    row.add("n", scale.n);
    row.add("at", at);
    row.add(
        "size",
        std::string(schema::word(progress::size_of_group(result.values ? result.values->n : 0))));
    add_share(row, "followed", scale.followed);
    add_values(row, "all_baselines", scale.baseline.values);
    add_values(row, "baseline", result.before);
    add_values(row, "value", result.values);
    add_change(row, result);
    using progress::ByConfirmation;
    add_share(row, "improved_confirmed", of(result.improved, &ByConfirmation::confirmed));
    add_share(row, "improved_unconfirmed", of(result.improved, &ByConfirmation::unconfirmed));
    add_share(row, "worsened_confirmed", of(result.worsened, &ByConfirmation::confirmed));
    add_share(row, "worsened_unconfirmed", of(result.worsened, &ByConfirmation::unconfirmed));
    add_share(row, "responders", result.responders);
    add_share(row, "worst_case_improved", scale.worst_case.improved);
    add_share(row, "worst_case_responders", scale.worst_case.responders);
    add_response(row, scale.response);
    add_events(row, group);
    return row;
}

// A row for every two conditions, so that `change` is the second less the first.
NamedCells row_of(const progress::Grouping& grouping,
                  const progress::WithinPatients& within,
                  const progress::ConditionPair& pair) {
    NamedCells row;
    row.add("grouping", grouping.text());
    add_scale(row, {.instrument = within.instrument});
    row.add("first", pair.first);
    row.add("second", pair.second);
    row.add("patients", pair.patients());
    row.add("size", std::string(schema::word(progress::size_of_group(pair.patients()))));
    add_values(row, "first", pair.result.before);
    add_values(row, "second", pair.result.values);
    add_difference(row, pair.result);
    row.add("noise_of_one_value", of(pair.noise, &progress::Noise::value));
    row.add("within_noise",
            pair.noise ? std::optional<bool>(pair.is_within_noise()) : std::nullopt);
    row.add("first_better", pair.first_better);
    row.add("second_better", pair.second_better);
    return row;
}

Listing within_listing(const progress::Outcomes& outcomes) {
    Listing listing{.columns = row_of({}, {}, progress::ConditionPair()).columns, .rows = {}};
    for (const auto& within : outcomes.within) {
        for (const auto& pair : within.pairs) {
            listing.rows.push_back(row_of(outcomes.grouping, within, pair).cells);
        }
    }
    return listing;
}

}  // namespace

std::vector<std::string> outcome_columns() {
    std::vector<std::string> names;
    for (const auto& column : row_of({}, {}, {}, "", {}).columns) {
        names.push_back(column.name);
    }
    return names;
}

Listing outcomes_listing(const progress::Outcomes& outcomes) {
    if (outcomes.grouping.is_within_patients()) {
        return within_listing(outcomes);
    }
    Listing listing{.columns = row_of({}, {}, {}, "", {}).columns, .rows = {}};
    for (const auto& group : outcomes.groups) {
        for (const auto& scale : group.instruments) {
            const auto line = [&](const std::string& at, const Result& result) {
                listing.rows.push_back(row_of(group, outcomes.grouping, scale, at, result).cells);
            };
            line("latest", scale.latest);
            for (const auto& visit : scale.visits) {
                line(progress::offset_text(visit.offset), visit.result);
            }
        }
    }
    return listing;
}

std::string outcomes_csv(const progress::Outcomes& outcomes) {
    return guarded_csv(outcomes_listing(outcomes));
}

}  // namespace exchange
