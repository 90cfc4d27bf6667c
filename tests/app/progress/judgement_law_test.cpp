#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "app/progress/burden.h"
#include "app/progress/judgement.h"
#include "tests/app/progress/judged.h"

namespace progress::judgement_law_test {
namespace {

using schema::Region;
using Regions = std::vector<Region>;

const Rated saleh{.rater = "Dr Saleh"};

// ---- laws

struct Entry {
    int days = 0;
    int value = 0;
    std::string rater;
    std::string device;
    std::string places;
};

std::vector<Entry> any_entries(bool with_devices) {
    const int count = *rc::gen::inRange(1, 9);
    std::vector<Entry> entries;
    for (int i = 0; i < count; ++i) {
        entries.push_back(
            {.days = 30 * *rc::gen::inRange(-1, 4),
             .value = *rc::gen::inRange(0, 40),
             .rater = *rc::gen::element<std::string>("", "A", "B"),
             .device = with_devices ? *rc::gen::element<std::string>("", "X", "Y") : ""});
    }
    return entries;
}

Judgement of(const std::vector<Entry>& entries, std::string_view code) {
    ExampleHistory example;
    example.session("2026-01-10");
    const auto name = [](const std::string& text) {
        return text.empty() ? std::nullopt : std::optional(text);
    };
    for (const auto& each : entries) {
        example.score(code,
                      day("2026-01-10").plus_days(each.days).text(),
                      each.value,
                      {},
                      {.rater = name(each.rater),
                       .device = name(each.device),
                       .places = each.places.empty() ? nullptr : each.places.c_str()});
    }
    return judged(example, code);
}

void assert_same(const Judgement& a, const Judgement& b) {
    RC_ASSERT(a.verdict == b.verdict);
    RC_ASSERT(a.why == b.why);
    RC_ASSERT(a.confirmed == b.confirmed);
    RC_ASSERT(a.change == b.change);
    RC_ASSERT(a.baseline == b.baseline);
    RC_ASSERT(a.latest == b.latest);
    RC_ASSERT(a.noise == b.noise);
    RC_ASSERT(a.compared == b.compared);
    RC_ASSERT(a.later == b.later);
    RC_ASSERT(a.responder == b.responder);
    RC_ASSERT(a.places == b.places);
    RC_ASSERT(a.too_soon.has_value() == b.too_soon.has_value());
    RC_ASSERT(!a.too_soon || a.too_soon->value == b.too_soon->value);
}

std::vector<Entry> shuffled(std::vector<Entry> entries) {
    for (std::size_t i = 1; i < entries.size(); ++i) {
        std::swap(entries[i], entries[*rc::gen::inRange<std::size_t>(0, i + 1)]);
    }
    return entries;
}

RC_GTEST_PROP(JudgementLaw, OrderOfEntryDoesNotMatter, ()) {
    const auto* code =
        *rc::gen::element("gags", "lesions_total", "scar_vas", "tewl", "pahpi", "pgic");
    const auto entries = any_entries(std::string_view(code) == "tewl");
    assert_same(of(entries, code), of(shuffled(entries), code));
}

RC_GTEST_PROP(JudgementLaw, OrderOfEntryOfPlacesDoesNotMatter, ()) {
    auto entries = any_entries(false);
    for (auto& each : entries) {
        each.places = *rc::gen::element<std::string>(
            "", "nose=4", "nose=9,chin=2", "chin=30", "forehead=8,nose=1", "nose=3,rest");
    }
    assert_same(of(entries, "lesions_total"), of(shuffled(entries), "lesions_total"));
}

RC_GTEST_PROP(JudgementLaw, AMirroredScaleHasTheMirroredVerdict, ()) {
    const auto entries = any_entries(false);
    const auto run = [&](schema::Better better, double sign) {
        ExampleHistory example;
        auto& own = example.instrument("ours");
        own.better = better;
        own.noise = 5;
        own.low = -100;
        example.session("2026-01-10");
        for (const auto& each : entries) {
            example.score("ours", day("2026-01-10").plus_days(each.days).text(), sign * each.value);
        }
        return judged(example, "ours");
    };
    const auto down = run(schema::Better::lower, 1);
    const auto up = run(schema::Better::higher, -1);
    RC_ASSERT(down.verdict == up.verdict);
    RC_ASSERT(down.confirmed == up.confirmed);
    RC_ASSERT(down.change == -up.change);
    RC_ASSERT(down.baseline.warning == up.baseline.warning);
    RC_ASSERT(down.relapse.has_value() == up.relapse.has_value());
    const auto wrong = run(schema::Better::higher, 1);
    RC_ASSERT((down.verdict == Verdict::improved) == (wrong.verdict == Verdict::worsened));
}

RC_GTEST_PROP(JudgementLaw, APlaceThatTheOtherVisitLacksChangesNothing, ()) {
    const auto common = [](int value) {
        return "nose=" + std::to_string(value) + ",chin=" + std::to_string(value / 2);
    };
    const int before = *rc::gen::inRange(0, 60);
    const int after = *rc::gen::inRange(0, 60);
    const auto more = ",forehead=" + std::to_string(*rc::gen::inRange(0, 60));
    const bool earlier = *rc::gen::arbitrary<bool>();
    const std::vector<Entry> without{{.days = -5, .places = common(before)},
                                     {.days = 40, .places = common(after)}};
    auto with = without;
    with[earlier ? 0 : 1].places += more;
    const auto a = of(without, "lesions_total");
    const auto b = of(with, "lesions_total");
    RC_ASSERT(a.verdict == b.verdict);
    RC_ASSERT(a.change == b.change);
    RC_ASSERT(a.places == b.places);
}

RC_GTEST_PROP(JudgementLaw, AChangeOfAtMostTheNoiseIsNeverOneForBetterOrWorse, ()) {
    const auto* code =
        *rc::gen::element("gags", "lesions_total", "scar_vas", "dlqi", "erythema_index");
    const auto found = of(any_entries(false), code);
    RC_ASSERT(!found.noise || std::abs(found.change) > found.noise->value ||
              !has_direction(found.verdict));
    RC_ASSERT(found.confirmed.has_value() == has_direction(found.verdict));
    RC_ASSERT(found.why.has_value() == (found.verdict == Verdict::not_enough_data));
}

}  // namespace
}  // namespace progress::judgement_law_test
