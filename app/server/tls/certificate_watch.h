#pragma once
// Keeps the certificate that is shown a valid one: reads its files again when they are others,
// renews the clinic's own thirty days ahead where the authority's key is at hand, and says loudly
// when it is not.

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>

#include "app/server/tls/served_certificate.h"
#include "schema/types/error.h"

namespace server {

// Where the authority's key and its passphrase lie, so that nobody need be asked. Both may be on a
// medium that is not always there.
struct RenewalKey {
    std::filesystem::path file;
    std::filesystem::path passphrase;  // a file whose first line it is
};

class CertificateWatch {
  public:
    struct Options {
        std::chrono::milliseconds between_looks{10'000};
        std::optional<RenewalKey> renewal{};  // of the clinic's own certificate only
        std::function<std::chrono::sys_seconds()> now;
        std::function<void(const std::string&)> log;      // what is wrong
        std::function<void(const std::string&)> message;  // what was done
    };

    // Looks for the first time before it returns, then in a thread of its own.
    CertificateWatch(ServedCertificate& certificate, Options options);
    ~CertificateWatch();
    CertificateWatch(const CertificateWatch&) = delete;
    CertificateWatch& operator=(const CertificateWatch&) = delete;

    // What owners are to be told: that it ends within thirty days, or is over.
    std::optional<schema::Problem> problem() const;

  private:
    void run();
    void look();
    void read_again();
    void renew();
    void tell_daily(const std::string& what);

    ServedCertificate& certificate_;
    const Options options_;
    std::mutex mutex_;
    std::condition_variable ends_;
    bool ending_ = false;
    std::chrono::sys_days told_on_{};
    std::set<std::string> told_;  // on that day
    bool misfits_ = false;        // what lies there now
    std::thread thread_;          // last: it uses the others
};

}  // namespace server
