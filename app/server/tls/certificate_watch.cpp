#include "app/server/tls/certificate_watch.h"

#include <fstream>
#include <utility>

#include <fmt/format.h>

#include "app/server/tls/authority.h"
#include "app/server/tls/own_certificate.h"

namespace server {

namespace {

std::string first_line_of(const std::filesystem::path& file) {
    std::ifstream stream(file);
    std::string line;
    if (!std::getline(stream, line)) {
        throw schema::refused(file.string(),
                              "cannot be read: the passphrase of the authority's key is not here",
                              "bring the medium, or renew by hand",
                              "needlebook certificate renew");
    }
    return line;
}

}  // namespace

CertificateWatch::CertificateWatch(ServedCertificate& certificate, Options options)
    : certificate_(certificate), options_(std::move(options)) {
    look();
    thread_ = std::thread([this] { run(); });
}

CertificateWatch::~CertificateWatch() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    ends_.notify_all();
    thread_.join();
}

void CertificateWatch::run() {
    std::unique_lock lock(mutex_);
    while (!ends_.wait_for(lock, options_.between_looks, [this] { return ending_; })) {
        lock.unlock();
        look();
        lock.lock();
    }
}

void CertificateWatch::look() {
    if (certificate_.files_changed() || misfits_) {
        read_again();
    }
    if (!problem()) {
        return;
    }
    if (options_.renewal) {
        renew();
    }
    if (const auto still = problem()) {
        tell_daily(fmt::format("{} {}; {}", still->where, still->what, still->remedy));
    }
}

// The files may be laid there one after the other, or hold from tomorrow on: what does not fit yet
// is looked at again.
void CertificateWatch::read_again() {
    try {
        misfits_ = true;
        certificate_.read_again(options_.now());
        misfits_ = false;
        options_.message(fmt::format("another certificate is shown from now on, until {}",
                                     day_text(certificate_.shown().until)));
    } catch (const schema::Error& error) {
        tell_daily(fmt::format("{}; the certificate before is still shown", error.what()));
    }
}

void CertificateWatch::renew() {
    try {
        const auto& key = *options_.renewal;
        renew_own_certificate({}, {key.file, first_line_of(key.passphrase)}, options_.now());
        read_again();
    } catch (const schema::Error& error) {
        tell_daily(error.what());
    }
}

void CertificateWatch::tell_daily(const std::string& what) {
    const auto today = std::chrono::floor<std::chrono::days>(options_.now());
    if (today != told_on_) {
        told_on_ = today;
        told_.clear();
    }
    if (told_.insert(what).second) {
        options_.log(what);
    }
}

std::optional<schema::Problem> CertificateWatch::problem() const {
    const auto until = certificate_.shown().until;
    const auto now = options_.now();
    if (now + renewed_before < until) {
        return std::nullopt;
    }
    const auto day = day_text(until);
    const bool is_over = now >= until;
    return schema::Problem{"the certificate",
                           is_over ? fmt::format("is over since {}: no browser of the network "
                                                 "takes it",
                                                 day)
                                   : fmt::format("ends on {}; from then on no browser of the "
                                                 "network takes it",
                                                 day),
                           "renew it on the machine that serves",
                           "needlebook certificate renew"}
        .as("certificate_ends", {{"date", *schema::Date::read(day)}});
}

}  // namespace server
