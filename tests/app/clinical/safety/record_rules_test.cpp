#include "tests/app/clinical/safety/example_situation.h"

namespace clinical::record_rules_test {
namespace {

using schema::Active;
using schema::Device;
using schema::Region;
using schema::Session;

// Changes the session that is being recorded.
auto session(const std::function<void(Session&)>& change) {
    return [=](Situation& situation) { change(situation.plan.session); };
}

TEST(RecordRanges, AskAboutWhatIsUnusualAndNotAboutWhatIsNot) {
    expect_rules({
        {"200 needles", session([](Session& s) { s.needles = 200; }), {}},
        {"201 needles", session([](Session& s) { s.needles = 201; }), {"needles_unusual"}},
        {"0.1 mm", session([](Session& s) { s.needle_mm = 0.1; }), {}},
        {"0.09 mm", session([](Session& s) { s.needle_mm = 0.09; }), {"needle_diameter_unusual"}},
        {"0.25 mm", session([](Session& s) { s.needle_mm = 0.25; }), {}},
        {"0.26 mm", session([](Session& s) { s.needle_mm = 0.26; }), {"needle_diameter_unusual"}},
        {"50 Hz", session([](Session& s) { s.speed_Hz = 50; }), {}},
        {"49 Hz", session([](Session& s) { s.speed_Hz = 49; }), {"speed_unusual"}},
        {"160 Hz", session([](Session& s) { s.speed_Hz = 160; }), {}},
        {"161 Hz", session([](Session& s) { s.speed_Hz = 161; }), {"speed_unusual"}},
        {"60 minutes", session([](Session& s) { s.anaesthetic_minutes = 60; }), {}},
        {"61 minutes",
         session([](Session& s) { s.anaesthetic_minutes = 61; }),
         {"anaesthetic_long"}},
        {"pain 6", session([](Session& s) { s.pain = 6; }), {}},
        {"pain 7", session([](Session& s) { s.pain = 7; }), {"pain_strong"}},
        {"7 days", session([](Session& s) { s.downtime_days = 7; }), {}},
        {"8 days", session([](Session& s) { s.downtime_days = 8; }), {"downtime_long"}},
        {"8 passes", session([](Session& s) { s.areas[0].passes = 8; }), {}},
        {"9 passes", session([](Session& s) { s.areas[0].passes = 9; }), {"passes_unusual"}},
        {"home", session([](Session& s) { s.device = Device::home; }), {"home_device"}},
    });
}

auto depth(Region region, double depth_mm, Device device = Device::pen) {
    return [=](Situation& situation) {
        needle(situation, region, depth_mm);
        situation.plan.session.device = device;
        set_radiofrequency(situation);
    };
}

TEST(Depth, IsUnusualByDevice) {
    const auto rf = Device::rf_noninsulated;
    expect_rules({
        {"0.2", depth(Region::neck, 0.2), {}},
        {"0.19", depth(Region::neck, 0.19), {"depth_unusual"}},
        {"3", depth(Region::left_cheek, 3), {"depth_of_the_guide"}},
        {"3.1", depth(Region::left_cheek, 3.1), {"depth_of_the_guide", "depth_unusual"}},
        {"rf, 3.5", depth(Region::left_cheek, 3.5, rf), {}},
        {"rf, 3.6",
         depth(Region::left_cheek, 3.6, rf),
         {"depth_of_the_guide", "depth_unusual_radiofrequency"}},
        {"rf, near the eye",
         depth(Region::periorbital, 3.6, rf),
         {"orbital_rim", "depth_of_the_guide", "depth_unusual_radiofrequency"}},
        {"rf, forehead", depth(Region::forehead, 3.5, rf), {"depth_of_the_guide"}},
        {"rf, neck", depth(Region::neck, 7, rf), {"depth_of_the_guide"}},
        {"rf, shallow", depth(Region::left_cheek, 0.15, rf), {}},
    });
}

// Another patient's session with the lot, and what the stock knows of it.
Situation with_lot(std::optional<LotInStock> in_stock) {
    auto situation = nothing_against();
    Session other;
    other.id = schema::Id<Session>(8);
    other.at = moment("2026-06-01T10:00");
    situation.lot_sessions = {other};
    situation.lot_in_stock = in_stock;
    return situation;
}

TEST(Cartridges, AreForOnePatient) {
    const auto found = findings(with_lot(LotInStock{.pieces = 1, .uses = 4, .used = 1})).at(0);
    EXPECT_EQ(found.rule, "cartridge_reused");
    EXPECT_EQ(found.level, schema::Level::stop);
    EXPECT_EQ(
        in_english(found.because),
        "the stock has one piece of lot L1, and it was used on another patient on 2026-06-01");
    EXPECT_EQ(found.record, (RecordRef{"session", 8}));
    auto alone = with_lot(LotInStock{.pieces = 1, .uses = 4, .used = 1});
    alone.lot_sessions.clear();
    EXPECT_THAT(findings(alone), testing::IsEmpty()) << "the patient's own";
}

TEST(Cartridges, OfALotAreManyAndStopOnlyWhereNoneCanBeNew) {
    const auto rules_at = [](int pieces, int uses, int used) {
        return speaking(with_lot(LotInStock{.pieces = pieces, .uses = uses, .used = used}));
    };
    EXPECT_EQ(rules_at(50, 50, 1), Ids{});
    EXPECT_EQ(rules_at(50, 50, 49), Ids{}) << "the last one";
    EXPECT_EQ(rules_at(50, 50, 50), Ids{"cartridge_reused"});
    EXPECT_EQ(rules_at(2, 8, 1), Ids{});
    EXPECT_EQ(rules_at(2, 8, 2), Ids{"cartridge_lot_short"});
    EXPECT_EQ(rules_at(2, 8, 7), Ids{"cartridge_lot_short"});
    EXPECT_EQ(rules_at(2, 8, 8), Ids{"cartridge_reused"});
    const auto unknown = findings(with_lot(std::nullopt)).at(0);
    EXPECT_EQ(unknown.rule, "cartridge_reused");
    EXPECT_EQ(in_english(unknown.because),
              "cartridge lot L1 was used on another patient on 2026-06-01, and the stock does not "
              "know this lot");
    const auto found = findings(with_lot(LotInStock{.pieces = 2, .uses = 8, .used = 2})).at(0);
    EXPECT_EQ(found.level, schema::Level::caution);
    EXPECT_EQ(in_english(found.because),
              "lot L1: received 2 pieces, used in 2 sessions, the last of another patient on "
              "2026-06-01");
}

TEST(Cartridges, AreUsedUntilTheLastDayOfTheirLife) {
    const auto expiry = [](int days) {
        return session([=](Session& s) { s.lot_expiry = s.at.day().plus_days(days); });
    };
    expect_rules({
        {"the same day", expiry(0), {}},
        {"a day over", expiry(-1), {"cartridge_expired"}},
    });
}

TEST(Glide, IsACautionUnlessItIsMadeToBeNeedledThrough) {
    const auto glide = [](Active active) { return session([=](Session& s) { s.glide = active; }); };
    expect_rules({
        {"vitamin C", glide(Active::vitamin_c), {"glide_vitamin_c"}},
        {"hyaluronic acid", glide(Active::hyaluronic_acid), {}},
        {"plasma", glide(Active::platelet_rich_plasma), {}},
        {"retinoid", glide(Active::retinoid), {"glide_product"}},
        {"azelaic", glide(Active::azelaic_acid), {"glide_product"}},
        {"glycolic", glide(Active::glycolic_acid), {"glide_product"}},
        {"salicylic", glide(Active::salicylic_acid), {"glide_product"}},
        {"benzoyl peroxide", glide(Active::benzoyl_peroxide), {"glide_product"}},
        {"hydroquinone", glide(Active::hydroquinone), {"glide_product"}},
        {"sunscreen", glide(Active::sunscreen), {"glide_product"}},
        {"cleanser", glide(Active::cleanser), {"glide_product"}},
        {"unnamed", glide(Active::other), {"glide_product"}},
    });
}

TEST(Records, OfRadiofrequencySessionsHaveAllTheirSettings) {
    auto situation = nothing_against();
    auto& planned = situation.plan.session;
    planned.device = Device::rf_insulated;
    const auto because = [&] { return in_english(findings(situation).at(0).because); };
    EXPECT_EQ(speaking(situation), Ids{"radiofrequency_settings"});
    EXPECT_EQ(because(), "not recorded: energy, power, pulse, frequency");
    planned.energy_mJ = 30;
    EXPECT_EQ(because(), "not recorded: power, pulse, frequency");
    planned.power_W = 10;
    EXPECT_EQ(because(), "not recorded: pulse, frequency");
    planned.pulse_ms = 100;
    EXPECT_EQ(because(), "not recorded: frequency");
    planned.frequency_MHz = 1;
    EXPECT_EQ(speaking(situation), Ids{});
    planned.energy_mJ.reset();
    situation.plan.is_recorded = false;
    EXPECT_EQ(speaking(situation), Ids{}) << "only planned";
}

TEST(Records, NameWhoAndWhatSoThatARecallCanBeTraced) {
    expect_rules({
        {"operator", session([](Session& s) { s.operator_name.reset(); }), {"traceability"}},
        {"qualification", session([](Session& s) { s.qualification.reset(); }), {"traceability"}},
        {"lot", session([](Session& s) { s.lot.reset(); }), {"traceability"}},
        {"expiry", session([](Session& s) { s.lot_expiry.reset(); }), {"traceability"}},
        {"clearance", session([](Session& s) { s.clearance.reset(); }), {"traceability"}},
        {"consent", session([](Session& s) { s.consent.reset(); }), {"traceability"}},
        {"only planned",
         [](Situation& situation) {
             situation.plan.session.lot.reset();
             situation.plan.is_recorded = false;
         },
         {}},
    });
    auto situation = nothing_against();
    situation.plan.session.lot.reset();
    situation.plan.session.consent.reset();
    EXPECT_EQ(in_english(findings(situation).at(0).because),
              "not recorded: cartridge lot, consent");
}

}  // namespace
}  // namespace clinical::record_rules_test
