#include "app/progress/words/outcome_figures.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "app/progress/statistics/half_up.h"
#include "app/progress/words/figures.h"
#include "app/progress/words/plain_words.h"

namespace progress {

namespace {

std::string rounded(double value, int decimals) {
    return figure(half_up(value, decimals), decimals);
}

}  // namespace

int decimals_of(const Descriptives& values) {
    const double spread = values.sd.value_or(0);
    return spread > 0 ? std::min(3, decimals_for_two_digits(spread)) : 1;
}

std::string share_figure(double share) {
    return rounded(100 * share, 1) + "\u00A0%";
}

std::string share_text(const Share& share) {
    return fmt::format("{} of {}, {} ({} to {})",
                       share.k,
                       share.n,
                       share_figure(share.share),
                       rounded(100 * share.low95, 0),
                       rounded(100 * share.high95, 0));
}

std::string rate_text(const EventRate& rate) {
    return fmt::format(
        "{} ({} to {})", rounded(rate.per_100, 1), rounded(rate.low95, 1), rounded(rate.high95, 1));
}

std::string p_figure(double p) {
    if (p < 0.001) {
        return "<0.001";
    }
    return rounded(p, p < 0.1 ? 3 : 2);
}

std::string change_text(const PairedT& change, int decimals) {
    auto text = signed_figure(change.mean, decimals);
    if (change.low95 && change.high95) {
        text += fmt::format(" ({} to {})",
                            signed_figure(*change.low95, decimals),
                            signed_figure(*change.high95, decimals));
    }
    return text;
}

std::string grouping_text(const Grouping& grouping) {
    switch (grouping.kind) {
        case GroupKind::everyone:
            return "";
        case GroupKind::fitzpatrick:
            return "by skin type";
        case GroupKind::sessions:
            return "by sessions";
        case GroupKind::depth:
            return "by deepest needling";
        case GroupKind::device:
            return "by device";
        case GroupKind::course:
            return "by course";
        case GroupKind::tag:
            return "by tag " + grouping.key;
        case GroupKind::label:
            return "by " + grouping.key + ", within patients";
        case GroupKind::side:
            return "left against right, within patients";
    }
    return "";
}

std::string group_name(const Group& group, const Grouping& grouping) {
    if (!group.name) {
        return "not known";
    }
    switch (grouping.kind) {
        case GroupKind::everyone:
        case GroupKind::label:
        case GroupKind::side:
            return "All patients";
        case GroupKind::fitzpatrick:
            return "Fitzpatrick " + *group.name;
        case GroupKind::sessions:
            return *group.name + (*group.name == "1" ? " session" : " sessions");
        case GroupKind::device: {
            const auto device = schema::read_word<schema::Device>(*group.name);
            return device ? capitalised(plain(*device)) : "Several devices";
        }
        case GroupKind::course: {
            const auto concern = schema::read_word<schema::Concern>(*group.name);
            return concern ? capitalised(plain(*concern)) : *group.name;
        }
        case GroupKind::depth:
            return capitalised(*group.name);
        case GroupKind::tag:
            break;
    }
    return *group.name;
}

}  // namespace progress
