#pragma once
// All commands, in the order of the help. One file per family.

#include <string_view>
#include <vector>

#include "app/cli/command.h"
#include "schema/kinds/kind.h"

namespace cli {

std::vector<Command> all_commands();
// Those of one noun, as they stand among all; none for a word that is no noun. A run needs no
// others: to make all of them takes a third of the start.
std::vector<Command> commands_of(std::string_view noun);

std::vector<Command> start_commands();
// List, show, find, tag, untag (the rest: record_commands).
std::vector<Command> patient_commands();
// A kind of a patient's records: record, list, show, correct, void, end.
std::vector<Command> record_commands(const kinds::Kind& kind);
// Appointment: day (the rest: record_commands).
std::vector<Command> appointment_commands();
std::vector<Command> clinic_record_commands();
std::vector<Command> visit_commands();
std::vector<Command> find_commands();
std::vector<Command> score_commands();
std::vector<Command> instrument_commands();
std::vector<Command> agreement_commands();
std::vector<Command> progress_commands();
std::vector<Command> outcomes_commands();
std::vector<Command> due_commands();
std::vector<Command> safety_commands();
// Sign-off: ask, waiting, sign, decline (the rest: record_commands).
std::vector<Command> sign_off_commands();
// Own-entry: waiting, accept, decline (the rest: record_commands).
std::vector<Command> own_entry_commands();
// Photo: add, export, tidy; consent: record, withdraw (the rest: record_commands).
std::vector<Command> photo_commands();
std::vector<Command> depth_commands();
std::vector<Command> lot_commands();
std::vector<Command> aftercare_commands();
std::vector<Command> exchange_commands();
std::vector<Command> account_commands();
std::vector<Command> device_commands();
std::vector<Command> access_commands();  // who read what
std::vector<Command> key_commands();
std::vector<Command> certificate_commands();
std::vector<Command> serve_commands();
std::vector<Command> erasure_commands();
std::vector<Command> ledger_commands();
std::vector<Command> keeping_commands();
std::vector<Command> backup_policy_commands();
std::vector<Command> backup_commands();
std::vector<Command> restore_commands();
std::vector<Command> health_commands();
std::vector<Command> upgrade_commands();
// For the shells.
std::vector<Command> completion_commands();
std::vector<Command> timestamp_commands();

}  // namespace cli
