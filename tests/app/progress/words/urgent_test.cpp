// What a patient is told first, and who is due.

#include <gtest/gtest.h>

#include "app/clinical/events/event_concern.h"
#include "app/progress/words/plain_words.h"
#include "tests/app/progress/example_history.h"
#include "tests/app/progress/words/example_sentences.h"

namespace progress::urgent_test {
namespace {

using clinical::Urgency;
using schema::EventKind;

struct Row {
    EventKind kind;
    int severity;
    const char* onset;
    const char* today;
    Urgency urgency;
};

// One session on 2026-01-05.
TEST(Urgency, IsByKindGradeAndWhatIsExpectedOnTheDay) {
    using enum Urgency;
    for (const auto& row :
         {Row{EventKind::infection, 1, "2026-01-07", "2026-01-08", call_now},
          Row{EventKind::burn, 1, "2026-01-07", "2026-01-08", call_now},
          Row{EventKind::herpes_reactivation, 1, "", "2026-01-08", call_now},
          Row{EventKind::nerve_injury, 1, "2026-01-07", "2026-06-08", call_now},
          Row{EventKind::fat_loss, 1, "2026-01-07", "2026-06-08", call_now},
          Row{EventKind::spreading_redness, 1, "", "2026-01-08", call_now},
          Row{EventKind::erythema, 1, "2026-01-05", "2026-02-08", watch},
          Row{EventKind::erythema, 2, "2026-01-05", "2026-01-08", watch},
          Row{EventKind::erythema, 2, "2026-01-05", "2026-01-09", call_now},
          Row{EventKind::erythema, 2, "2026-01-06", "2026-01-06", call_now},
          Row{EventKind::crust, 2, "2026-01-08", "2026-01-15", watch},
          Row{EventKind::crust, 2, "2026-01-08", "2026-01-16", call_now},
          Row{EventKind::crust, 2, "2026-01-09", "2026-01-09", call_now},
          Row{EventKind::pain, 2, "2026-01-05", "2026-01-07", watch},
          Row{EventKind::pain, 2, "2026-01-05", "2026-01-08", call_now},
          Row{EventKind::pain, 3, "2026-01-05", "2026-01-05", call_now},
          Row{EventKind::acne_flare, 2, "2026-01-08", "2026-01-08", call_now},
          Row{EventKind::other, 1, "2026-01-08", "2026-01-08", watch},
          Row{EventKind::other, 2, "2026-01-08", "2026-01-08", call_now},
          Row{EventKind::pih, 2, "2026-01-19", "2026-06-08", next_visit},
          Row{EventKind::pih, 2, "2026-01-18", "2026-06-08", call_now},
          Row{EventKind::pih, 1, "2026-01-18", "2026-06-08", watch},
          Row{EventKind::tram_track_scarring, 3, "2026-02", "2026-06-08", next_visit},
          Row{EventKind::granuloma, 2, "", "2026-06-08", next_visit},
          Row{EventKind::scar, 3, "2026-02-01", "2026-06-08", next_visit},
          Row{EventKind::scar, 4, "2026-02-01", "2026-06-08", call_now}}) {
        SCOPED_TRACE(std::string(schema::word(row.kind)) + " " + row.onset + " " + row.today);
        schema::AdverseEvent event;
        event.kind = row.kind;
        event.severity = row.severity;
        event.onset = schema::PartialDate::read(row.onset);
        EXPECT_EQ(clinical::urgency_of(event, day("2026-01-05"), day(row.today)), row.urgency);
    }
}

TEST(Urgency, OfASeriousSideEffectIsToCallNowHoweverMildItIs) {
    schema::AdverseEvent event;
    event.kind = EventKind::other;
    event.severity = 1;
    EXPECT_EQ(clinical::urgency_of(event, {}, day("2026-01-08")), Urgency::watch);
    event.serious = false;
    EXPECT_EQ(clinical::urgency_of(event, {}, day("2026-01-08")), Urgency::watch);
    event.serious = true;
    EXPECT_EQ(clinical::urgency_of(event, {}, day("2026-01-08")), Urgency::call_now);
}

schema::AdverseEvent event(EventKind kind, int severity, const char* onset) {
    schema::AdverseEvent event;
    event.kind = kind;
    event.severity = severity;
    event.onset = schema::PartialDate::read(onset);
    return event;
}

History treated(std::vector<schema::AdverseEvent> events) {
    ExampleHistory example;
    example.course("2026-01-10", 6, "4w");
    example.session("2026-01-10");
    auto history = example.history();
    history.events = std::move(events);
    return history;
}

std::vector<Said> patient_reads(const History& history, const char* on) {
    return in_english(summarise(history, day(on)).sentences).patient;
}

bool speaks_of(const std::vector<Said>& said, const std::string& about) {
    return std::any_of(
        said.begin(), said.end(), [&](const auto& each) { return each.about == about; });
}

// clinical_cases.json N18.
TEST(PatientWithASevereInfectionAndABurn, IsFirstToldToCallTheClinicNow) {
    auto history = treated(
        {event(EventKind::burn, 2, "2026-01-12"), event(EventKind::infection, 3, "2026-01-12")});
    history.clinic.telephone = "01 234";
    const auto said = patient_reads(history, "2026-01-14");
    EXPECT_EQ(said.at(0).text,
              "Call the clinic now: infection since 12 January (severe), burn since 12 January "
              "(moderate). Telephone: 01 234.");
    EXPECT_EQ(said.at(1).text, "No session until the clinic has looked at this.");
    EXPECT_FALSE(speaks_of(said, "due"));
    EXPECT_EQ(said.back().text,
              "Until the clinic has answered: shade; no retinoid, acids, peels or lasers.")
        << "no products on burnt skin";
}

TEST(PatientWithAnUrgentSideEffectOfLongAgo, IsAskedWhetherItIsStillThere) {
    const auto history = treated({event(EventKind::infection, 1, "2026-01-12")});
    EXPECT_EQ(patient_reads(history, "2026-01-26").at(0).text,
              "Call the clinic now: infection since 12 January (mild).");
    EXPECT_EQ(patient_reads(history, "2026-01-27").at(0).text,
              "Infection since 12 January: if you still have it, call the clinic now; if not, tell "
              "the clinic.");
}

TEST(PatientWithDarkMarks, ShowsThemAtTheNextVisitAndIsDue) {
    const auto said =
        patient_reads(treated({event(EventKind::pih, 2, "2026-03-10")}), "2026-06-01");
    EXPECT_TRUE(says(said,
                     "Show the clinic at your next visit, before any needling: dark marks since 10 "
                     "March."));
    EXPECT_TRUE(speaks_of(said, "due"));
    EXPECT_FALSE(speaks_of(said, "urgent"));
}

TEST(AnotherSideEffect, IsToldToTheClinicInItsOwnWordsAndToThePatientNever) {
    auto dry_lips = event(EventKind::other, 1, "2026-03-10");
    dry_lips.note = "Dry lips\nwrites that it began on the way home";
    dry_lips.serious = true;
    auto itch = event(EventKind::itch, 1, "2026-03-10");
    itch.note = "at night";
    const auto summary = summarise(treated({dry_lips, itch}), day("2026-06-01"));
    const auto told = [](const std::vector<Said>& said, const std::string& words) {
        return std::any_of(said.begin(), said.end(), [&](const auto& each) {
            return each.text.find(words) != std::string::npos;
        });
    };
    const auto clinician = in_english(summary.sentences).clinic;
    EXPECT_TRUE(told(clinician, "nother side effect: Dry lips, serious"));
    EXPECT_FALSE(told(clinician, "on the way home"));
    EXPECT_FALSE(told(clinician, "at night"));
    EXPECT_FALSE(told(in_english(summary.sentences).patient, "Dry lips"));
}

TEST(AnotherSideEffect, IsCutAfterEightyBytesAndNeverInsideACharacter) {
    auto event = urgent_test::event(EventKind::other, 1, "2026-03-10");
    event.note = std::string(79, 'a') + "é" + std::string(50, 'b');
    EXPECT_EQ(plain(event), "another side effect: " + std::string(79, 'a') + "…");
}

TEST(PatientWithAStopThatStands, IsToldOfNoSession) {
    auto history = treated({});
    EXPECT_TRUE(speaks_of(patient_reads(history, "2026-02-01"), "due"));
    schema::Condition pregnancy;
    pregnancy.kind = schema::ConditionKind::pregnancy;
    history.conditions = {pregnancy};
    EXPECT_FALSE(speaks_of(patient_reads(history, "2026-02-01"), "due"));
}

TEST(PatientWhoLeftOrDied, IsDueForNothing) {
    for (const auto status : {schema::PatientStatus::left, schema::PatientStatus::died}) {
        auto history = treated({event(EventKind::infection, 3, "2026-01-12")});
        history.patient.status = status;
        history.patient.status_on = day("2026-01-20");
        const auto before = summarise(history, day("2026-01-19"));
        EXPECT_TRUE(before.due);
        EXPECT_FALSE(before.gone);
        const auto after = summarise(history, day("2026-01-20"));
        EXPECT_FALSE(after.due);
        EXPECT_FALSE(speaks_of(in_english(after.sentences).patient, "due"));
        const bool died = status == schema::PatientStatus::died;
        EXPECT_EQ(in_english(after.sentences).clinic.at(0).text,
                  died ? "The patient died on 2026-01-20: nothing is due."
                       : "The patient left on 2026-01-20: nothing is due.");
        EXPECT_EQ(speaks_of(in_english(after.sentences).patient, "urgent"), !died);
    }
}

// Case 23.
TEST(PatientWithAnEventThatIsDeath, IsDueForNothing) {
    const auto summary =
        summarise(treated({event(EventKind::other, 5, "2026-01-20")}), day("2026-02-02"));
    EXPECT_FALSE(summary.due);
    EXPECT_FALSE(speaks_of(in_english(summary.sentences).patient, "urgent"));
}

}  // namespace
}  // namespace progress::urgent_test
