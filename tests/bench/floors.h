#pragma once
// What the program is measured against: the same rows read and written through SQLite's C API.

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include "db/records/score_key.h"
#include "schema/records/acne_status.h"
#include "schema/records/session.h"
#include "schema/types/date.h"
#include "tests/bench/raw.h"

namespace bench {

// All that a summary rests on, read column by column.
class RawHistory {
  public:
    explicit RawHistory(const Raw& raw)
        : patient_(raw, "SELECT * FROM patient WHERE chart = ? AND voided = 0"),
          areas_(raw, "SELECT * FROM session_area WHERE session_id = ? ORDER BY region"),
          sessions_(raw,
                    "SELECT * FROM session WHERE patient_id = ? AND voided = 0 ORDER BY at, id") {
        for (const auto* sql :
             {"SELECT * FROM tag WHERE patient_id = ?",
              "SELECT * FROM score WHERE patient_id = ? AND voided = 0 "
              "ORDER BY instrument_id, region, at, id",
              "SELECT * FROM course WHERE patient_id = ? AND voided = 0",
              "SELECT * FROM adverse_event WHERE patient_id = ? AND voided = 0",
              "SELECT * FROM questionnaire WHERE patient_id = ? AND voided = 0",
              "SELECT * FROM reading WHERE patient_id = ? AND voided = 0",
              "SELECT * FROM application WHERE patient_id = ? AND voided = 0",
              "SELECT * FROM condition WHERE patient_id = ? AND voided = 0",
              "SELECT * FROM other_treatment WHERE patient_id = ? AND voided = 0",
              "SELECT * FROM session_finding WHERE patient_id = ? AND voided = 0"}) {
            of_patient_.push_back(std::make_unique<RawQuery>(raw, sql));
        }
        for (const auto* sql : {"SELECT * FROM instrument ORDER BY id",
                                "SELECT * FROM care_advice",
                                "SELECT * FROM clinic"}) {
            of_all_.push_back(std::make_unique<RawQuery>(raw, sql));
        }
    }

    std::int64_t read(const std::string& chart) {
        patient_.bind(1, chart).step();
        const auto id = patient_.whole(0);
        std::int64_t read = patient_.touch();
        patient_.step();
        for (auto& query : of_patient_) {
            for (query->bind(1, id); query->step();) {
                read += query->touch();
            }
        }
        for (sessions_.bind(1, id); sessions_.step();) {
            read += sessions_.touch();
            for (areas_.bind(1, sessions_.whole(0)); areas_.step();) {
                read += areas_.touch();
            }
        }
        for (auto& query : of_all_) {
            while (query->step()) {
                read += query->touch();
            }
        }
        return read;
    }

  private:
    RawQuery patient_;
    RawQuery areas_;
    RawQuery sessions_;
    std::vector<std::unique_ptr<RawQuery>> of_patient_;
    std::vector<std::unique_ptr<RawQuery>> of_all_;
};

// The means of first and last values on each scale, from every score; their sum comes back.
inline double scan_all_scores(const Raw& raw) {
    struct Sums {
        double first = 0;
        double last = 0;
        std::int64_t n = 0;
    };
    std::map<std::int64_t, Sums> sums;
    RawQuery rows(raw,
                  "SELECT patient_id, instrument_id, value FROM score WHERE region = 0 AND "
                  "voided = 0 ORDER BY patient_id, instrument_id, region, at, id");
    std::int64_t patient = 0;
    std::int64_t scale = 0;
    double last = 0;
    Sums* sum = nullptr;
    while (rows.step()) {
        if (rows.whole(0) != patient || rows.whole(1) != scale) {
            if (sum != nullptr) {
                sum->last += last;
            }
            patient = rows.whole(0);
            scale = rows.whole(1);
            sum = &sums[scale];
            sum->first += rows.real(2);
            ++sum->n;
        }
        last = rows.real(2);
    }
    double all = 0;
    for (const auto& [id, each] : sums) {
        all += (each.first + each.last) / static_cast<double>(each.n);
    }
    return all;
}

// Writes what the program writes for a visit: the same rows, a ledger row, and 64 bytes beside the
// book, all synced; no checks, no hashes.
class RawVisits {
  public:
    RawVisits(const Raw& raw, const std::filesystem::path& head)
        : raw_(raw),
          head_(::open(head.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)),
          begin_(raw, "BEGIN IMMEDIATE"),
          commit_(raw, "COMMIT"),
          acne_(
              raw,
              "INSERT INTO acne_status (patient_id, \"on\", rest, iga) VALUES (?, ?, 'clear', 3)"),
          region_(raw, "INSERT INTO acne_region VALUES (?, ?, 4, 0, 3, 1, 0, 0)"),
          score_(raw,
                 "INSERT INTO score (patient_id, instrument_id, region, at, id, value, origin, "
                 "origin_id) VALUES (?, ?, 0, ?, ?, ?, 1, ?)"),
          session_(raw,
                   "INSERT INTO session (patient_id, at, device, endpoint) VALUES (?, ?, 'home', "
                   "'none')"),
          area_(raw, "INSERT INTO session_area VALUES (?, ?, 0.2, 2)"),
          ledger_(raw,
                  "INSERT INTO ledger SELECT max(seq) + 1, '2026-06-15T10:00:00Z', 'bench', "
                  "'record', NULL, ?, NULL, NULL, '1', zeroblob(32), zeroblob(32), zeroblob(32), "
                  "zeroblob(?) FROM ledger") {
        RawQuery last_score(raw, "SELECT max(id) FROM score");
        last_score.step();
        score_id_ = last_score.whole(0);
    }
    ~RawVisits() { ::close(head_); }
    RawVisits(const RawVisits&) = delete;
    RawVisits& operator=(const RawVisits&) = delete;

    void acne(const schema::AcneStatus& acne, const std::vector<std::int64_t>& scales) {
        begin_.step();
        acne_.bind(1, acne.patient.value).bind(2, acne.on.text()).step();
        const std::int64_t id = sqlite3_last_insert_rowid(raw_.handle());
        for (const auto& region : acne.regions) {
            region_.bind(1, id).bind(2, std::string(schema::word(region.region))).step();
        }
        for (const auto scale : scales) {
            score_.bind(1, acne.patient.value).bind(2, scale).bind(3, db::moment_number(acne.on));
            score_.bind(4, ++score_id_).bind(5, 3.0).bind(6, id).step();
        }
        constexpr std::int64_t changeset_bytes = 700;
        end(acne.patient.value, changeset_bytes);
    }
    void session(const schema::Session& session) {
        begin_.step();
        session_.bind(1, session.patient.value).bind(2, session.at.text()).step();
        const std::int64_t id = sqlite3_last_insert_rowid(raw_.handle());
        for (const auto& area : session.areas) {
            area_.bind(1, id).bind(2, std::string(schema::word(area.region))).step();
        }
        constexpr std::int64_t changeset_bytes = 200;
        end(session.patient.value, changeset_bytes);
    }

  private:
    void end(std::int64_t patient, std::int64_t bytes) {
        ledger_.bind(1, patient).bind(2, bytes).step();
        commit_.step();
        const std::array<char, 64> slot{};
        raw_.must(::pwrite(head_, slot.data(), slot.size(), 0) == 64 && ::fdatasync(head_) == 0);
    }

    const Raw& raw_;
    int head_;
    RawQuery begin_;
    RawQuery commit_;
    RawQuery acne_;
    RawQuery region_;
    RawQuery score_;
    RawQuery session_;
    RawQuery area_;
    RawQuery ledger_;
    std::int64_t score_id_ = 0;
};

}  // namespace bench
