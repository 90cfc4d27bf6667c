#include "app/progress/words/outcome_figures.h"

#include <algorithm>
#include <cmath>

#include "app/progress/statistics/half_up.h"
#include "app/progress/words/figures.h"
#include "app/progress/words/plain_words.h"

namespace progress {

namespace {

std::string rounded(double value, int decimals) {
    return figure(half_up(value, decimals), decimals);
}

std::string interval_text(const std::string& value,
                          const std::string& low,
                          const std::string& high) {
    return texts::english().text("outcome.interval",
                                 {{"value", value}, {"low", low}, {"high", high}});
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
    return texts::english().text("outcome.share",
                                 {{"k", share.k},
                                  {"n", share.n},
                                  {"share", share_figure(share.share)},
                                  {"low", rounded(100 * share.low95, 0)},
                                  {"high", rounded(100 * share.high95, 0)}});
}

std::string rate_text(const EventRate& rate) {
    return interval_text(rounded(rate.per_100, 1), rounded(rate.low95, 1), rounded(rate.high95, 1));
}

std::string p_figure(double p) {
    if (p < 0.001) {
        return "<0.001";
    }
    return rounded(p, p < 0.1 ? 3 : 2);
}

std::string change_text(const PairedT& change, int decimals) {
    const auto text = signed_figure(change.mean, decimals);
    return change.low95 && change.high95 ? interval_text(text,
                                                         signed_figure(*change.low95, decimals),
                                                         signed_figure(*change.high95, decimals))
                                         : text;
}

std::string then(std::string first, std::string next) {
    return first.empty()
               ? next
               : texts::english().text("outcome.then",
                                       {{"first", std::move(first)}, {"next", std::move(next)}});
}

std::string grouping_text(const Grouping& grouping) {
    const auto said = [&](const char* name) {
        return texts::english().text(std::string("outcome.grouping.") + name,
                                     {{"key", grouping.key}});
    };
    switch (grouping.kind) {
        case GroupKind::everyone:
            return "";
        case GroupKind::fitzpatrick:
            return said("fitzpatrick");
        case GroupKind::sessions:
            return said("sessions");
        case GroupKind::depth:
            return said("depth");
        case GroupKind::device:
            return said("device");
        case GroupKind::course:
            return said("course");
        case GroupKind::tag:
            return said("tag");
        case GroupKind::label:
            return said("label");
        case GroupKind::side:
            return said("side");
    }
    return "";
}

std::string group_name(const Group& group, const Grouping& grouping) {
    const auto said = [&](const char* name) {
        return texts::english().text(std::string("outcome.group.") + name,
                                     {{"name", group.name.value_or("")}});
    };
    if (!group.name) {
        return said("unknown");
    }
    switch (grouping.kind) {
        case GroupKind::everyone:
        case GroupKind::label:
        case GroupKind::side:
            return said("all");
        case GroupKind::fitzpatrick:
            return said("fitzpatrick");
        case GroupKind::sessions:
            return said(*group.name == "1" ? "one_session" : "sessions");
        case GroupKind::device: {
            const auto device = schema::read_word<schema::Device>(*group.name);
            return device ? capitalised(plain(*device)) : said("several_devices");
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
