#pragma once
// All commands, in the order of the help. One file per family.

#include <vector>

#include "app/cli/command.h"

namespace cli {

std::vector<Command> all_commands();

std::vector<Command> start_commands();  // demo, init, clinic
// List, show, find, tag, untag (the rest: record_commands).
std::vector<Command> patient_commands();
// Every kind of record: record, list, show, correct, void, end.
std::vector<Command> record_commands();
// Appointment: day (the rest: record_commands).
std::vector<Command> appointment_commands();
std::vector<Command> clinic_record_commands();  // stock, protocol
std::vector<Command> score_commands();
std::vector<Command> instrument_commands();
std::vector<Command> agreement_commands();
std::vector<Command> progress_commands();
std::vector<Command> outcomes_commands();
std::vector<Command> due_commands();
std::vector<Command> safety_commands();  // safety, rule
// Sign-off: ask, waiting, sign, decline (the rest: record_commands).
std::vector<Command> sign_off_commands();
// Own-entry: waiting, accept, decline (the rest: record_commands).
std::vector<Command> own_entry_commands();
// Photo: add, export, tidy; consent: record, withdraw (the rest: record_commands).
std::vector<Command> photo_commands();
std::vector<Command> depth_commands();  // depth-limit
std::vector<Command> lot_commands();
std::vector<Command> aftercare_commands();  // aftercare, advice
std::vector<Command> exchange_commands();   // import, export
std::vector<Command> account_commands();
std::vector<Command> device_commands();  // device, token
std::vector<Command> access_commands();  // who read what
std::vector<Command> key_commands();
std::vector<Command> certificate_commands();
std::vector<Command> serve_commands();
std::vector<Command> erasure_commands();  // patient erase, retention
std::vector<Command> ledger_commands();   // ledger, undo, void
std::vector<Command> keeping_commands();  // check
std::vector<Command> backup_policy_commands();
std::vector<Command> backup_commands();
std::vector<Command> restore_commands();  // restore, drill
std::vector<Command> health_commands();
std::vector<Command> upgrade_commands();
std::vector<Command> timestamp_commands();

}  // namespace cli
