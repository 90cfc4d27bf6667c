#include "app/cli/commands/commands.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <string_view>

#include "schema/kinds/kinds.h"

namespace cli {

namespace {

struct Family {
    std::function<std::vector<Command>()> make;
    std::vector<std::string_view> nouns;
};

// In the order of the help.
std::vector<Family> families() {
    std::vector<Family> all{{&start_commands, {"demo", "init", "clinic"}},
                            {&patient_commands, {"patient"}}};
    all.push_back({&find_commands, {"find"}});
    all.push_back({&visit_commands, {"visit"}});
    for (const auto& kind : kinds::of_patients()) {
        all.push_back({[&kind] { return record_commands(kind); }, {kind.noun}});
    }
    all.insert(all.end(),
               {{&appointment_commands, {"appointment"}},
                {&clinic_record_commands, {"stock", "protocol", "consent-form"}},
                {&score_commands, {"score"}},
                {&instrument_commands, {"instrument"}},
                {&agreement_commands, {"agreement"}},
                {&progress_commands, {"progress"}},
                {&outcomes_commands, {"outcomes"}},
                {&due_commands, {"due"}},
                {&safety_commands, {"safety", "rule"}},
                {&sign_off_commands, {"sign-off"}},
                {&own_entry_commands, {"own-entry"}},
                {&photo_commands, {"photo", "consent"}},
                {&depth_commands, {"depth-limit"}},
                {&lot_commands, {"lot"}},
                {&aftercare_commands, {"aftercare", "advice"}},
                {&exchange_commands, {"import", "export"}},
                {&account_commands, {"account"}},
                {&device_commands, {"device", "token"}},
                {&access_commands, {"access"}},
                {&key_commands, {"key"}},
                {&certificate_commands, {"certificate"}},
                {&serve_commands, {"serve"}},
                {&erasure_commands, {"patient", "retention"}},
                {&ledger_commands, {"ledger", "undo", "void"}},
                {&keeping_commands, {"check"}},
                {&backup_policy_commands, {"backup"}},
                {&backup_commands, {"backup"}},
                {&restore_commands, {"restore", "drill"}},
                {&health_commands, {"health"}},
                {&upgrade_commands, {"upgrade"}},
                {&timestamp_commands, {"timestamp"}},
                {&completion_commands, {"completion"}}});
    return all;
}

// What one noun has in several families (patient) stands together, where it came first.
void group_by_noun(std::vector<Command>& commands) {
    std::vector<std::string> nouns;
    for (const auto& command : commands) {
        if (std::find(nouns.begin(), nouns.end(), command.noun) == nouns.end()) {
            nouns.push_back(command.noun);
        }
    }
    const auto place = [&](const Command& command) {
        return std::find(nouns.begin(), nouns.end(), command.noun);
    };
    std::stable_sort(commands.begin(), commands.end(), [&](const auto& one, const auto& other) {
        return place(one) < place(other);
    });
}

}  // namespace

std::vector<Command> commands_of(std::string_view noun) {
    std::vector<Command> found;
    for (const auto& family : families()) {
        if (std::find(family.nouns.begin(), family.nouns.end(), noun) != family.nouns.end()) {
            auto commands = family.make();
            std::copy_if(std::move_iterator(commands.begin()),
                         std::move_iterator(commands.end()),
                         std::back_inserter(found),
                         [&](const Command& command) { return command.noun == noun; });
        }
    }
    return found;
}

std::vector<Command> all_commands() {
    std::vector<Command> all;
    for (const auto& family : families()) {
        auto commands = family.make();
        std::move(commands.begin(), commands.end(), std::back_inserter(all));
    }
    group_by_noun(all);
    return all;
}

}  // namespace cli
