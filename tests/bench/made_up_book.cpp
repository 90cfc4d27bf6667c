#include "tests/bench/made_up_book.h"

#include <cmath>
#include <random>
#include <string>

#include <fmt/format.h>

#include "app/tracking/catalogue.h"
#include "app/tracking/commit.h"
#include "db/records/instruments.h"
#include "db/records/score_key.h"
#include "schema/types/date.h"
#include "tests/bench/raw.h"

namespace bench {

namespace {

constexpr int days_between = 28;

double on_scale(const schema::Instrument& scale, double share) {
    const double high = scale.high.value_or(scale.low + 40);
    const double step = scale.step.value_or((high - scale.low) / 1000);
    const auto steps = std::floor((high - scale.low) / step + 1e-9);
    return scale.low + std::round(share * steps) * step;
}

class Maker {
  public:
    Maker(const Raw& raw, std::vector<schema::Instrument> scales)
        : scales_(std::move(scales)),
          patient_(raw, "INSERT INTO patient (id, chart, fitzpatrick) VALUES (?, ?, ?)"),
          course_(raw,
                  "INSERT INTO course (id, patient_id, concern, sessions, every, \"on\") "
                  "VALUES (?, ?, 'acne_scars', 8, '4w', ?)"),
          session_(raw,
                   "INSERT INTO session (id, patient_id, at, course, device, endpoint, pain) "
                   "VALUES (?, ?, ?, ?, 'pen', 'erythema', 4)"),
          area_(raw, "INSERT INTO session_area VALUES (?, ?, ?, 4)"),
          score_(raw,
                 "INSERT INTO score (patient_id, instrument_id, region, at, id, value) "
                 "VALUES (?, ?, 0, ?, ?, ?)") {}

    void add(std::int64_t patient) {
        const auto chart = fmt::format("B-{:06}", patient);
        static const char* const skins[] = {"I", "II", "III", "IV", "V", "VI"};
        patient_.bind(1, patient).bind(2, chart).bind(3, std::string(skins[below(6)]));
        patient_.step();
        const auto first = schema::Date::of(2024, 1, 8)->plus_days(below(360));
        course_.bind(1, patient).bind(2, patient).bind(3, first.text());
        course_.step();
        for (int i = 0; i < sessions_per_patient; ++i) {
            treat(patient, first.plus_days(i * days_between));
        }
        for (const auto& scale : scales_) {
            const double from = 0.3 + 0.6 * below(1000) / 1000;
            for (int visit = 0; visit < visits_per_patient; ++visit) {
                const double share = from * (1 - 0.06 * visit) + 0.04 * below(1000) / 1000;
                score_.bind(1, patient).bind(2, scale.id.value);
                score_.bind(3,
                            db::moment_number(schema::CivilTime::at_minute(
                                first.plus_days(visit * days_between), 9 * 60 + 30)));
                score_.bind(4, ++last_score_).bind(5, on_scale(scale, share));
                score_.step();
            }
        }
    }

  private:
    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random_); }

    void treat(std::int64_t patient, schema::Date day) {
        session_.bind(1, ++last_session_).bind(2, patient).bind(3, day.text() + "T10:00");
        session_.bind(4, patient);
        session_.step();
        for (const auto* region : {"forehead", "left_cheek", "right_cheek"}) {
            area_.bind(1, last_session_)
                .bind(2, std::string(region))
                .bind(3, 0.5 + 0.25 * below(6));
            area_.step();
        }
    }

    std::vector<schema::Instrument> scales_;
    RawQuery patient_;
    RawQuery course_;
    RawQuery session_;
    RawQuery area_;
    RawQuery score_;
    std::mt19937 random_{7};
    std::int64_t last_session_ = 0;
    std::int64_t last_score_ = 0;
};

}  // namespace

void make_book(const std::filesystem::path& file, int patients) {
    {
        const auto book =
            tracking::create_book(file, {.name = "Bench", .time_zone = "Etc/UTC"}, "bench");
        auto scales = db::all_instruments(book);
        scales.resize(scales_per_patient);
        Raw raw(file);
        raw.run("PRAGMA cache_size = -262144");
        raw.run("BEGIN IMMEDIATE");
        Maker maker(raw, std::move(scales));
        for (int i = 1; i <= patients; ++i) {
            maker.add(i);
        }
        raw.run("DELETE FROM aggregate_state");
        raw.run("COMMIT");
        raw.run("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    auto book = tracking::open_book(file, "bench");
    tracking::commit(book,
                     {.actor = "bench", .action = "renew"},
                     access_control::Right::write_observations,
                     [](db::Write&) { return ""; });
}

void add_photos(const std::filesystem::path& file, int photos) {
    Raw raw(file);
    const auto rows = fmt::format(
        "WITH RECURSIVE number(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < {}) "
        "INSERT INTO photo (patient_id, taken_at, view, sha256, bytes, width, height, format, "
        "orientation) SELECT 1 + i % (SELECT count(*) FROM patient), '2026-01-05T10:30', 'front', "
        "printf('%064x', i), 2000000, 4000, 3000, 'jpeg', 1 FROM number",
        photos);
    raw.run(rows.c_str());
    raw.run("PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace bench
