#include "app/server/noted_answers.h"

#include <stdexcept>
#include <utility>

#include "app/server/http/problem.h"

namespace server {

namespace {

using db::AccessAct;
using db::AccessEntry;

bool shows_something(const Response& response) {
    return response.status == 200 || response.status == 304 || response.status == 412;
}

Refused unlogged() {
    return Refused({.status = 503,
                    .detail = "who reads records cannot be logged now, so none are shown: the log "
                              "beside the book was removed or altered, or cannot be written",
                    .remedy = "see what the program says where it was started; who must read a "
                              "record now begins emergency reading, with a reason",
                    .code = "unlogged",
                    .told = {"error.unlogged"}});
}

AccessEntry entry_of(const Asker& asker, AccessAct act) {
    AccessEntry entry{.account = asker.grant.account(),
                      .person = asker.grant.actor(),
                      .program = asker.grant.program(),
                      .act = act,
                      .reason = asker.emergency};
    if (asker.person) {
        entry.device = asker.person->device.id;
    }
    return entry;
}

bool note_of_patients(ReadingLog& log,
                      const AccessEntry& entry,
                      const std::vector<ShownPatient>& patients,
                      access_control::Moment now) {
    bool all = true;
    for (const auto& each : patients) {
        auto one = entry;
        one.patient = each.id;
        one.chart = each.chart;
        all = log.note(std::move(one), access_control::kept(now)) && all;
    }
    return all;
}

}  // namespace

void note_answer(ReadingLog& log,
                 const Asker& asker,
                 AccessAct act,
                 const Response& response,
                 access_control::Moment now) {
    if (!shows_something(response)) {
        return;
    }
    const bool names_patients = response.shown && !response.shown->empty();
    if (db::is_of_one_patient(act) != names_patients) {
        throw std::logic_error("an answer shows a patient's record and does not say whose");
    }
    const auto entry = entry_of(asker, act);
    const bool is_kept = names_patients ? note_of_patients(log, entry, *response.shown, now)
                                        : log.note(entry, access_control::kept(now));
    if (!is_kept && !asker.emergency) {
        throw unlogged();
    }
}

void refuse_unlogged(const ReadingLog& log, const Asker& asker) {
    if (!asker.emergency && log.is_broken()) {
        throw unlogged();
    }
}

void note_own_page(ReadingLog& log, const Response& response, access_control::Moment now) {
    if (response.shown && shows_something(response)) {
        note_of_patients(log, {.act = AccessAct::own_page}, *response.shown, now);
    }
}

void note_emergency(ReadingLog& log,
                    const Asker& asker,
                    const std::string& reason,
                    access_control::Moment now) {
    auto entry = entry_of(asker, AccessAct::emergency);
    entry.reason = reason;
    log.note(std::move(entry), access_control::kept(now));
}

void note_refused(ReadingLog& log,
                  const Asker& asker,
                  const std::string& right,
                  access_control::Moment now) {
    auto entry = entry_of(asker, AccessAct::right_refused);
    entry.reason = "the right " + right;
    log.note(std::move(entry), access_control::kept(now));
}

void note_person(ReadingLog& log,
                 AccessAct act,
                 const std::optional<schema::Account>& account,
                 std::optional<schema::Id<schema::SignInDevice>> device,
                 access_control::Moment now) {
    AccessEntry entry{.device = device, .act = act};
    if (account) {
        entry.account = account->id;
        entry.person = account->name;
    }
    log.note(std::move(entry), access_control::kept(now));
}

}  // namespace server
