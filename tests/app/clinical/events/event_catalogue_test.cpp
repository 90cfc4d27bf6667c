#include "app/clinical/events/event_catalogue.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "schema/types/word.h"

namespace clinical::event_catalogue_test {
namespace {

using schema::EventKind;

TEST(EventCatalogue, HasEveryKindOnceInTheOrderOfTheKinds) {
    const auto all = event_catalogue();
    ASSERT_EQ(all.size(), schema::Words<EventKind>::all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        EXPECT_EQ(all[i].kind, static_cast<EventKind>(i)) << i;
        EXPECT_EQ(&facts_of(all[i].kind), &all[i]) << i;
    }
}

struct Row {
    EventKind kind;
    std::optional<ExpectedOnset> onset;
    std::optional<int> longest_days;
};

TEST(EventCatalogue, GivesTheOnsetAndTheLongestDurationThatWereFound) {
    const auto none = std::nullopt;
    const std::vector<Row> rows = {
        {EventKind::erythema, {{0, 0}}, 3},
        {EventKind::oedema, {{0, 0}}, 1},
        {EventKind::pain, {{0, 0}}, 2},
        {EventKind::bleeding, {{0, 0}}, 7},
        {EventKind::bruising, {{0, 0}}, 7},
        {EventKind::dryness, {{1, 3}}, 7},
        {EventKind::itch, {{1, 3}}, 7},
        {EventKind::crust, {{1, 3}}, 7},
        {EventKind::lymphadenopathy, none, none},
        {EventKind::contact_dermatitis, {{1, 3}}, 7},
        {EventKind::pih, {{14, 42}}, none},
        {EventKind::tram_track_scarring, none, none},
        {EventKind::granuloma, none, none},
        {EventKind::herpes_reactivation, {{2, 7}}, 14},
        {EventKind::infection, {{1, 7}}, none},
        {EventKind::acne_flare, none, none},
        {EventKind::milia, none, none},
        {EventKind::burn, none, none},
        {EventKind::fat_loss, none, none},
        {EventKind::nerve_injury, none, none},
        {EventKind::scar, none, none},
        {EventKind::spreading_redness, none, none},
        {EventKind::other, none, none},
    };
    ASSERT_EQ(rows.size(), event_catalogue().size());
    for (const auto& row : rows) {
        SCOPED_TRACE(schema::word(row.kind));
        EXPECT_EQ(facts_of(row.kind).onset, row.onset);
        EXPECT_EQ(facts_of(row.kind).longest_days, row.longest_days);
    }
}

TEST(EventCatalogue, ExpectsScarringTracksAndGranulomasToLast) {
    std::set<EventKind> lasting;
    for (const auto& facts : event_catalogue()) {
        if (facts.persistent) {
            lasting.insert(facts.kind);
            EXPECT_FALSE(facts.longest_days) << schema::word(facts.kind);
        }
    }
    EXPECT_EQ(lasting, (std::set{EventKind::tram_track_scarring, EventKind::granuloma}));
}

TEST(EventCatalogue, NamesASourceAndSaysWhatCouldNotBeChecked) {
    const std::set unverified{EventKind::pih,
                              EventKind::tram_track_scarring,
                              EventKind::herpes_reactivation,
                              EventKind::infection,
                              EventKind::acne_flare,
                              EventKind::milia,
                              EventKind::spreading_redness};
    for (const auto& facts : event_catalogue()) {
        SCOPED_TRACE(schema::word(facts.kind));
        EXPECT_FALSE(facts.source.empty());
        EXPECT_EQ(facts.source.ends_with("(unverified)"), unverified.contains(facts.kind));
    }
}

TEST(EventCatalogue, SaysWhatRadiofrequencyAloneCanDo) {
    for (const auto kind :
         {EventKind::burn, EventKind::fat_loss, EventKind::nerve_injury, EventKind::scar}) {
        SCOPED_TRACE(schema::word(kind));
        EXPECT_NE(facts_of(kind).radiofrequency.find("surgery"), std::string::npos);
        EXPECT_TRUE(facts_of(kind).note.empty());
    }
}

}  // namespace
}  // namespace clinical::event_catalogue_test
