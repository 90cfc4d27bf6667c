#pragma once
// How a server is to be reached from other machines, from the words of the command line.

#include <vector>

#include "app/cli/command.h"
#include "app/server/network.h"

namespace cli {

inline constexpr int usual_network_port = 8443;

// --listen, --certificate, --key, --ca-key, --ca-passphrase and --behind.
std::vector<Option> network_options();

// Throws schema::Error (refused) for what is no address, and for options that say nothing without
// others.
server::NetworkOptions network_given(const Arguments& arguments);

}  // namespace cli
