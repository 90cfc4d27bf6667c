#include "app/tracking/people/who_looked.h"

#include <algorithm>
#include <sstream>

#include <fmt/format.h>

#include "app/tracking/commit.h"
#include "app/tracking/people/accounts.h"
#include "app/tracking/restore.h"
#include "app/tracking/wall_clock.h"
#include "db/access_log/access_log.h"
#include "db/access_log/read_access.h"
#include "db/ledger/ledger.h"
#include "db/records/accounts.h"
#include "db/records/clinic.h"
#include "db/secrets/access_head.h"

namespace tracking {

namespace {

constexpr int emergencies_shown_for = 30;  // days

// "2026-06-15T09:31Z" on the clinic's wall clock.
schema::Date day_of(const WallClock& clock, const std::string& minute) {
    const auto utc = *schema::CivilTime::read(minute.substr(0, minute.size() - 1));
    return clock.shown(utc, 0).value_or(utc).day();
}

LookedOn looked_on(const db::Book& book, schema::Date day, const db::AccessEntry& entry) {
    LookedOn looked{.day = day, .person = entry.person.value_or("")};
    const auto account =
        entry.account && !entry.program ? db::find_account(book, *entry.account) : std::nullopt;
    if (account) {
        looked.person = account->display_name.value_or(account->name);
        looked.role = account->role;
    }
    return looked;
}

void add(LookedOn& looked, const db::AccessEntry& entry) {
    const auto place = std::lower_bound(looked.acts.begin(), looked.acts.end(), entry.act);
    if (place == looked.acts.end() || *place != entry.act) {
        looked.acts.insert(place, entry.act);
    }
    looked.in_emergency = looked.in_emergency || entry.reason.has_value();
}

}  // namespace

std::vector<db::AccessEntry> who_looked(const db::Book& book, const AccessRequest& request) {
    db::AccessQuery query{.before = request.before, .most = request.most};
    if (request.chart) {
        query.patient = patient_voided_or_not(book, *request.chart).id;
    }
    if (request.person) {
        query.account = account_named(book, *request.person).id;
    }
    if (request.since) {
        query.since = request.since->text();
    }
    if (request.until) {
        query.until = request.until->plus_days(1).text();
    }
    return db::access_entries(book, query);
}

std::vector<LookedOn> who_looked_at(const db::Book& book,
                                    schema::Id<schema::Patient> patient,
                                    int most_entries) {
    const WallClock clock(db::read_clinic(book).time_zone);
    std::vector<LookedOn> all;
    for (const auto& entry : db::access_entries(book, {.patient = patient, .most = most_entries})) {
        if (entry.act == db::AccessAct::own_page) {
            continue;
        }
        auto looked = looked_on(book, day_of(clock, entry.at), entry);
        const auto known = std::find_if(all.begin(), all.end(), [&](const auto& each) {
            return each.day == looked.day && each.person == looked.person &&
                   each.role == looked.role;
        });
        add(known == all.end() ? all.emplace_back(std::move(looked)) : *known, entry);
    }
    return all;
}

void begin_access_log_anew(db::Book& book, const db::Submission& submission) {
    require_reason(submission);
    auto named = submission;
    named.action = db::begins_access_log;
    commit(book, named, access_control::Right::keep_book, [&](db::Write& write) {
        db::forget_access_head(write.connection());
        db::put_access_log_aside(book);
        return std::string();
    });
}

namespace {

// "device 3 from 2026-06-15T12:00:00Z until 2026-06-15T12:15:00Z"
std::string turn_text(const EmergencyTurn& turn) {
    return fmt::format("device {} from {} until {}", turn.device.value, turn.since, turn.until);
}

std::optional<EmergencyTurn> told_turn(const db::LedgerEntry& entry) {
    EmergencyTurn turn{.person = entry.actor, .reason = entry.reason.value_or("")};
    std::istringstream words(entry.answer.value_or(""));
    std::string device;
    std::string from;
    std::string until;
    words >> device >> turn.device.value >> from >> turn.since >> until >> turn.until;
    return words && turn_text(turn) == entry.answer ? std::optional(turn) : std::nullopt;
}

}  // namespace

std::vector<EmergencyTurn> emergency_turns(const db::Book& book, const std::string& now) {
    constexpr std::int64_t looked_at = 5000;
    std::vector<EmergencyTurn> all;
    db::for_each_entry(book,
                       {.after = std::max<std::int64_t>(db::last_entry(book) - looked_at, 0),
                        .action = std::string(reads_in_emergency)},
                       [&](const db::LedgerEntry& entry) {
                           auto turn = told_turn(entry);
                           if (turn && turn->since <= now && now < turn->until) {
                               all.push_back(std::move(*turn));
                           }
                       });
    return all;
}

db::Receipt begin_emergency_reading(db::Book& book,
                                    const db::Submission& submission,
                                    const EmergencyTurn& turn) {
    constexpr std::size_t shortest = 10;
    constexpr std::size_t longest = 500;
    const auto text = submission.reason.value_or("");
    const auto length = static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));  // characters
    if (length < shortest || length > longest) {
        throw schema::refused("reason",
                              fmt::format("is of {} characters", length),
                              fmt::format("say in {} to {} characters why the record must be read "
                                          "now, without the patient's name",
                                          shortest,
                                          longest))
            .as("emergency_reason",
                {{"least", static_cast<int>(shortest)}, {"most", static_cast<int>(longest)}});
    }
    return commit(book, submission, access_control::Right::read_records, [&](db::Write&) {
        return turn_text(turn);
    });
}

std::vector<EmergencyReading> emergency_readings(const db::Book& book, schema::Date today) {
    const auto first = today.plus_days(-emergencies_shown_for).text();
    std::vector<EmergencyReading> all;
    db::for_each_entry(
        book,
        {.newest_first = true, .action = std::string(reads_in_emergency)},
        [&](const db::LedgerEntry& entry) {
            if (entry.at >= first) {
                all.push_back({entry.seq, entry.at, entry.actor, entry.reason.value_or("")});
            }
        });
    return all;
}

}  // namespace tracking
