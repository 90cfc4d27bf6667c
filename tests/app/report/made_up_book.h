#pragma once
// A book with records of every kind, made up from a seed: odd texts, partial dates, records that
// were corrected or voided, tags, scales of the clinic's own. By itself six of each kind.

#include <algorithm>
#include <string>
#include <vector>

#include "app/tracking/catalogue.h"
#include "app/tracking/clinic/clinic_records.h"
#include "app/tracking/profile.h"
#include "app/tracking/score.h"
#include "app/tracking/settings.h"
#include "app/tracking/write.h"
#include "db/records/agreements.h"
#include "db/records/instruments.h"
#include "db/records/records.h"
#include "db/records/scores.h"
#include "schema/kinds/record_text.h"
#include "schema/types/text_bounds.h"
#include "tests/app/report/made_up_values.h"
#include "tests/support/repetitions.h"

class MadeUpBook : private MadeUpValues {
  public:
    MadeUpBook(db::Book& book, unsigned seed) : MadeUpValues(seed), book_(book) {}

    // Without sign-offs, which no undo takes back, where they are not wanted.
    void fill(bool with_sign_offs = true) {
        for (const auto* code : {"warts", "a_scale"}) {
            schema::Instrument scale;
            scale.code = code;
            scale.name = text();
            scale.low = -0.1;
            scale.unit = "{\"x\"}";
            scale.source = text();
            scale.noise = 0.1;
            tracking::add_instrument(book_, {.actor = "nurse", .action = "add"}, scale);
        }
        for (int i = 0; i < 4; ++i) {
            schema::Patient patient;
            schema::for_each_field<schema::Patient>(
                [&](const auto& field) { vary(patient.*field.member, field.facets.range); });
            vary_note(patient);
            // Before all that is recorded of the patient.
            if (patient.born) {
                vary(*patient.born, schema::Date::of(1960, 1, 1)->plus_days(below(20000)));
            }
            if (patient.telephone) {
                patient.telephone = "+20 " + std::to_string(100'000'000 + below(1000));
            }
            if (patient.email) {
                patient.email = std::to_string(below(1000)) + "@example.org";
            }
            do {
                patient.chart =
                    schema::as_kept(schema::TextKind::chart, "C-" + std::to_string(i) + text());
            } while (schema::text_fault(schema::TextKind::chart, patient.chart));
            // After all that is recorded of the patient.
            patient.status_on = patient.status ? schema::Date::of(2026, 1, 1) : std::nullopt;
            tracking::record(book_, submission(), patient);
            patients_.emplace_back(i + 1);
            tracking::tag(book_, submission(), {patients_.back(), text(), text()});
        }
        schema::for_each_kind([&](const auto& kind) {
            using Record = std::decay_t<decltype(kind)>;
            if (with_sign_offs || !std::is_same_v<Record, schema::SignOff>) {
                add_records(kind);
            }
        });
        add_profile<schema::DepthLimit>();
        add_profile<schema::CareAdvice>();
        add_clinic_records<schema::Stock>();
        add_clinic_records<schema::Protocol>();
        add_scores();
        add_studies();
        tracking::void_record(book_, submission(), stored(patients_.back()));
    }

  private:
    // Whatever is unusual about it, or there already, is so.
    static db::Submission submission() {
        db::Submission submission{.actor = "nurse", .action = "record", .reason = "made up"};
        submission.confirm = {"duplicate", "value"};
        for (const auto& kind : kinds::all()) {
            for (const auto& field : kind.fields) {
                submission.confirm.emplace_back(field.name);
            }
        }
        return submission;
    }

    void refer(schema::Session& session) {
        session.course = one_of<schema::Course>(session.patient);
    }
    void refer(schema::Application& put_on) {
        put_on.session = one_of<schema::Session>(put_on.patient);
    }
    void refer(schema::SessionFinding& finding) {
        for (const auto patient : patients_) {
            for (const auto& session : db::records_of<schema::Session>(book_, patient)) {
                finding.patient = patient;
                finding.session = session.id;
            }
        }
        finding.record = schema::RecordName{"session", finding.session.value};
        finding.sign_off = one_of<schema::SignOff>(finding.patient);
        for (auto* text : {&finding.rule, &finding.text, &finding.because, &finding.source}) {
            *text = kinds::is_blank(*text) ? "x" : *text;
        }
    }
    void refer(schema::SignOff& one) {
        for (auto* text : {&one.rule, &one.text, &one.because, &one.source, &one.reason}) {
            *text = kinds::is_blank(*text) ? "x" : *text;
        }
        one.asked_by = "salma";
        const bool waits = one.state == schema::SignOffState::asked;
        one.answered_by = waits ? std::nullopt : std::optional<std::string>("omar");
        one.answered_at = waits ? std::nullopt : std::optional(one.asked_at);
        one.answer = one.state == schema::SignOffState::declined
                         ? std::optional<std::string>("not yet")
                         : std::nullopt;
    }
    void refer(schema::PatientEntry& entry) {
        const bool waits = entry.state == schema::EntryState::waiting;
        entry.pain = entry.pain.value_or(3);
        entry.answered_by = waits ? std::nullopt : std::optional<std::string>("omar");
        entry.answered_at = waits ? std::nullopt : std::optional(entry.at);
    }
    void refer(schema::Protocol& protocol) {
        protocol.products =
            below(2) == 0 ? std::nullopt
                          : std::optional<std::string>("niacinamide=Serum \"5 %\", new; peptides");
    }
    void refer(schema::AdverseEvent& event) {
        event.session = one_of<schema::Session>(event.patient);
    }
    template <class Record>
    void refer(Record&) {}

    template <class Record>
    std::optional<schema::Id<Record>> one_of(schema::Id<schema::Patient> patient) {
        const auto known = db::records_of<Record>(book_, patient);
        if (known.empty() || below(3) == 0) {
            return std::nullopt;
        }
        return known[static_cast<std::size_t>(below(static_cast<int>(known.size())))].id;
    }

    template <class Record>
    Record made_up() {
        Record record;
        if constexpr (requires { record.patient; }) {
            record.patient = patients_[static_cast<std::size_t>(below(4))];
        }
        schema::for_each_field<Record>(
            [&](const auto& field) { vary(record.*field.member, field.facets.range); });
        vary_note(record);
        refer(record);
        if constexpr (schema::HasParts<Record>) {
            auto& list = record.*schema::Description<Record>::parts.member;
            using Part = typename std::decay_t<decltype(list)>::value_type;
            for (int i = below(4); i > 0; --i) {
                Part part;
                constexpr auto key = std::get<0>(schema::Description<Part>::fields).member;
                schema::for_each_field<Part>(
                    [&](const auto& field) { vary(part.*field.member, field.facets.range); });
                const bool again = std::any_of(list.begin(), list.end(), [&](const Part& other) {
                    return other.*key == part.*key;
                });
                if (!again) {
                    list.push_back(part);
                }
            }
        }
        return record;
    }

    template <class Record>
    static schema::AnyRecord named(schema::Id<Record> id) {
        Record record;
        record.id = id;
        return record;
    }
    static schema::AnyRecord stored(schema::Id<schema::Patient> id) { return named(id); }

    // As an import does, which does not ask the safety rules.
    template <class Record>
    schema::Id<Record> imported(const Record& record) {
        const auto receipt = db::transact(book_, submission(), [&](db::Write& write) {
            tracking::Scorer scorer(write);
            const auto id = tracking::store(write, scorer, record);
            scorer.finish();
            return std::to_string(id.value);
        });
        return schema::Id<Record>(std::stoll(receipt.answer));
    }

    template <class Record>
    void add_records(const Record&) {
        // A photograph has bytes and a consent the text of a form, which no chance makes up.
        constexpr bool has_more =
            std::is_same_v<Record, schema::Photo> || std::is_same_v<Record, schema::Consent>;
        if constexpr (!std::is_same_v<Record, schema::Patient> && !has_more) {
            for (int wanted = support::repetitions("NEEDLEBOOK_RECORDS", 6); wanted > 0;) {
                auto record = made_up<Record>();
                try {
                    record.id = imported(record);
                } catch (const schema::Error&) {
                    continue;  // it cannot be true; the next one may
                }
                --wanted;
                if (wanted % 4 == 0) {
                    correct(record);
                } else if (wanted % 5 == 0 && !is_referred_to<Record>) {
                    tracking::void_record(book_, submission(), named(record.id));
                }
            }
        }
    }
    template <class Record>
    void add_clinic_records() {
        for (int wanted = 5; wanted > 0;) {
            try {
                auto record = made_up<Record>();
                const auto id = std::stoll(tracking::record(book_, submission(), record).answer);
                record.id = schema::Id<Record>(id);
                if (--wanted == 2) {
                    tracking::void_record(book_, submission(), record);
                } else if (wanted == 1) {
                    record.note = "corrected";
                    tracking::correct(book_, submission(), record);
                }
            } catch (const schema::Error&) {
                continue;  // it cannot be true; the next one may
            }
        }
    }
    // Everything but whose it is; where that cannot be true, nothing.
    template <class Record>
    void correct(const Record& record) {
        auto corrected = made_up<Record>();
        corrected.id = record.id;
        corrected.patient = record.patient;
        corrected.version = db::find(book_, record.id)->version;
        try {
            tracking::correct(book_, submission(), corrected);
        } catch (const schema::Error&) {
        }
    }
    template <class Record>
    static constexpr bool is_referred_to = std::is_same_v<Record, schema::Course>;

    template <class Row>
    void add_profile() {
        for (int wanted = 4; wanted > 0;) {
            Row row;
            schema::for_each_field<Row>(
                [&](const auto& field) { vary(row.*field.member, field.facets.range); });
            row.source = kinds::is_blank(row.source) ? "x" : row.source;
            try {
                tracking::set_profile_row(book_, submission(), row);
                --wanted;
            } catch (const schema::Error&) {
                continue;  // it ends before it begins; the next one may not
            }
        }
    }

    void add_scores() {
        const auto scales = db::all_instruments(book_);
        for (int i = 0; i < 40; ++i) {
            schema::Score score;
            const auto& scale =
                scales[static_cast<std::size_t>(below(static_cast<int>(scales.size())))];
            score.patient = patients_[static_cast<std::size_t>(below(4))];
            score.instrument = scale.id;
            vary(score.region, {});
            vary(score.at, {});
            score.value = !scale.step                   ? scale.low + 1 / 3.0
                          : scale.high && below(2) == 0 ? *scale.high
                                                        : scale.low;
            if (i % 3 == 0) {
                score.labels = {{"arm", i % 2 == 0 ? "A" : "ب, \"B\""}, {"treated=?", "no"}};
                score.labels.erase(i % 4 == 0 ? "arm" : "");
            }
            const auto receipt = tracking::record_score(book_, submission(), score);
            if (i % 7 == 0) {
                tracking::void_score(
                    book_, submission(), schema::Id<schema::Score>(std::stoll(receipt.answer)));
            }
        }
    }

    // One in force, and one that was before it was voided.
    void add_studies() {
        db::transact(book_, submission(), [&](db::Write& write) {
            for (const bool voided : {false, true}) {
                schema::Agreement study;
                study.instrument = db::find_instrument(book_, "a_scale")->id;
                study.medium = schema::Medium::photo;
                study.patients = 12;
                study.on = *schema::Date::read("2026-01-05");
                study.adopted = schema::Date::read("2026-03-02");
                study.reason = text();
                study.sdc_other_rater = 1 / 3.0;
                study.summary = text();
                study.voided = voided;
                schema::AgreementRating rating;
                rating.agreement = db::insert_agreement(write, study);
                for (int i = 0; i < 8; ++i) {
                    rating.patient = patients_[static_cast<std::size_t>(below(4))];
                    rating.rater = "rater " + text();
                    rating.value = 1 / 3.0 + below(3);
                    vary(rating.at, {});
                    rating.voided = i == 3;
                    db::insert_agreement_rating(write, rating);
                }
            }
            return std::string();
        });
    }

    db::Book& book_;
    std::vector<schema::Id<schema::Patient>> patients_;
};
