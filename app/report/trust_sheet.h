#pragma once
// A sheet on paper for the devices of the clinic's network: where they fetch the certificate of the
// clinic's own authority, what it must look like, and how each system is told to trust it.

#include <string>
#include <vector>

#include "app/report/report_file.h"

namespace exchange {

struct TrustSheet {
    std::string clinic;
    std::string fingerprint;               // SHA-256 of the authority's certificate: "3F:1C:…"
    std::vector<std::string> addresses{};  // with their port: "192.168.1.10:8443"
};

// One HTML file that needs nothing else; of two languages one after the other.
std::string trust_sheet(const TrustSheet& facts, ReportLanguage language);

}  // namespace exchange
