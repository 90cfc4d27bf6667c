#include "app/cli/commands/commands.h"

#include <algorithm>
#include <iterator>

namespace cli {

std::vector<Command> all_commands() {
    std::vector<Command> all;
    for (auto* family :
         {&start_commands,         &patient_commands,   &record_commands,     &appointment_commands,
          &clinic_record_commands, &score_commands,     &instrument_commands, &agreement_commands,
          &progress_commands,      &outcomes_commands,  &due_commands,        &safety_commands,
          &sign_off_commands,      &own_entry_commands, &photo_commands,      &depth_commands,
          &lot_commands,           &aftercare_commands, &exchange_commands,   &account_commands,
          &device_commands,        &access_commands,    &key_commands,        &certificate_commands,
          &serve_commands,         &erasure_commands,   &ledger_commands,     &keeping_commands,
          &backup_policy_commands, &backup_commands,    &restore_commands,    &health_commands,
          &upgrade_commands,       &timestamp_commands}) {
        auto commands = family();
        std::move(commands.begin(), commands.end(), std::back_inserter(all));
    }
    // The same noun in two families (patient) stands together, where it came first.
    std::vector<Command> grouped;
    for (auto& command : all) {
        const auto last_of_noun =
            std::find_if(grouped.rbegin(), grouped.rend(), [&](const Command& other) {
                return other.noun == command.noun;
            });
        grouped.insert(last_of_noun == grouped.rend() ? grouped.end() : last_of_noun.base(),
                       std::move(command));
    }
    return grouped;
}

}  // namespace cli
