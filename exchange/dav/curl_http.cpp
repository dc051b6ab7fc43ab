// SPDX-License-Identifier: Apache-2.0
#include "exchange/dav/curl_http.h"

#include <algorithm>
#include <array>
#include <exception>
#include <optional>
#include <utility>

#include <curl/curl.h>

#include "core/language.h"
#include "core/text.h"
#include "exchange/dav/web_address.h"

namespace kith::exchange::dav {
namespace {

struct FreeEasy {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct FreeMulti {
  void operator()(CURLM* handle) const { curl_multi_cleanup(handle); }
};
struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

/// Calls of libcurl that need it set up once in the process.
void SetUpCurl() {
  static const CURLcode done = curl_global_init(CURL_GLOBAL_DEFAULT);
  static_cast<void>(done);
}

std::string ServerName(const WebAddress& address) {
  return address.scheme + "://" + address.host + ":" + std::to_string(address.port);
}

/// One request on its way.
struct Transfer {
  explicit Transfer(const HttpRequest& the_request) : request(the_request), easy(curl_easy_init()) {}

  const HttpRequest& request;
  std::unique_ptr<CURL, FreeEasy> easy;
  std::unique_ptr<curl_slist, FreeList> headers;
  std::array<char, CURL_ERROR_SIZE> trouble{};
  HttpAnswer answer;
  std::size_t most_bytes = 0;
  bool too_long = false;
};

/// What libcurl is told of `take`: that nothing was taken ends the transfer, for no exception may pass
/// through it.
template <typename Take>
std::size_t Taken(std::size_t bytes, const Take& take) {
  try {
    return take() ? bytes : 0;
  } catch (const std::exception&) {
    return 0;
  }
}

std::size_t TakeBody(char* bytes, std::size_t size, std::size_t count, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  return Taken(size * count, [&] {
    transfer.too_long = transfer.answer.body.size() + size * count > transfer.most_bytes;
    if (!transfer.too_long) transfer.answer.body.append(bytes, size * count);
    return !transfer.too_long;
  });
}

std::size_t TakeHeader(char* bytes, std::size_t size, std::size_t count, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  return Taken(size * count, [&] {
    const std::string_view line(bytes, size * count);
    if (line.starts_with("HTTP/")) transfer.answer.headers.clear();  // of "100 Continue" before it
    if (const std::size_t colon = line.find(':'); colon != std::string_view::npos)
      transfer.answer.headers[LowerCase(line.substr(0, colon))] = NormalizeText(line.substr(colon + 1));
    return true;
  });
}

void SetMethod(CURL* easy, const HttpRequest& request) {
  curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, request.method.c_str());
  if (request.body.empty() && request.method != "PUT") return;
  curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
  curl_easy_setopt(easy, CURLOPT_POSTFIELDS, request.body.data());
}

Error Trouble(CURLcode code, const Transfer& transfer, const std::string& server) {
  const std::string detail = transfer.trouble[0] != '\0' ? transfer.trouble.data() : curl_easy_strerror(code);
  switch (code) {
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
      return {ErrorCode::kNotAllowed,
              Filled(Tr("The certificate of {0} isn't one that this machine trusts. If it is your own, name "
                        "its file: ca_file under [sync] in kith.toml."),
                     {server}),
              detail};
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
      return {ErrorCode::kSourceLost,
              Filled(Tr("{0} can't be reached. Check the address and the network, and try again."), {server}),
              detail};
    case CURLE_OPERATION_TIMEDOUT:
      return {ErrorCode::kSourceLost, Filled(Tr("{0} doesn't answer. Try again later."), {server}), detail};
    case CURLE_WRITE_ERROR:
      if (transfer.too_long)
        return {ErrorCode::kUnreadable, Filled(Tr("{0} sent more than Kith takes in one answer."), {server}),
                detail};
      break;
    default:
      break;
  }
  return {ErrorCode::kSourceLost, Filled(Tr("The connection to {0} broke off. Try again."), {server}),
          detail};
}

class CurlHttp : public Http {
 public:
  CurlHttp(Login login, ConnectionRules rules) : login_(std::move(login)), rules_(std::move(rules)) {
    SetUpCurl();
    multi_.reset(curl_multi_init());
    curl_multi_setopt(multi_.get(), CURLMOPT_MAX_TOTAL_CONNECTIONS, static_cast<long>(rules_.most_at_once));
  }

  std::vector<Result<HttpAnswer>> SendAll(std::span<const HttpRequest> requests,
                                          const std::stop_token& stop) override {
    std::vector<Result<HttpAnswer>> answers = SendOnce(requests, stop);
    if (digest_) return answers;
    // A server that takes no passwords in the clear says so; then all go to it once more.
    const bool wants_digest = std::ranges::any_of(answers, [](const Result<HttpAnswer>& answer) {
      return answer && answer->status == 401 &&
             LowerCase(answer->Header("www-authenticate")).starts_with("digest");
    });
    if (!wants_digest) return answers;
    digest_ = true;
    return SendOnce(requests, stop);
  }

 private:
  std::vector<Result<HttpAnswer>> SendOnce(std::span<const HttpRequest> requests,
                                           const std::stop_token& stop) {
    std::vector<std::optional<Result<HttpAnswer>>> answers(requests.size());
    std::vector<std::unique_ptr<Transfer>> under_way(requests.size());
    std::size_t next = 0;
    int running = 0;
    const auto begin = [&] {
      for (; running < rules_.most_at_once && next < requests.size(); ++next) {
        if (auto refused = Check(requests[next])) {
          answers[next] = *std::move(refused);
        } else {
          under_way[next] = Prepare(requests[next], next);
          curl_multi_add_handle(multi_.get(), under_way[next]->easy.get());
          ++running;
        }
      }
    };
    for (begin(); running > 0 && !stop.stop_requested(); begin()) {
      int still = 0;
      if (curl_multi_perform(multi_.get(), &still) != CURLM_OK) break;
      const int ended = TakeEnded(under_way, answers);
      running -= ended;
      if (ended == 0) curl_multi_poll(multi_.get(), nullptr, 0, kStopSeenAfterMs, nullptr);
    }
    for (const auto& transfer : under_way) {
      if (transfer) curl_multi_remove_handle(multi_.get(), transfer->easy.get());
    }
    std::vector<Result<HttpAnswer>> all;
    for (std::optional<Result<HttpAnswer>>& answer : answers)
      all.push_back(answer ? *std::move(answer) : Error{ErrorCode::kCancelled, "Stopped."});
    return all;
  }

  static constexpr int kStopSeenAfterMs = 100;

  std::optional<Error> Check(const HttpRequest& request) const {
    const Result<WebAddress> address = ParseWebAddress(request.url);
    if (!address) return address.error();
    if (!address->is_encrypted() && !address->is_here() && !rules_.allow_unencrypted) {
      return Error{ErrorCode::kNotAllowed, Filled(Tr("The connection to {0} wouldn't be encrypted: everybody "
                                                     "on the way could read your password. Use https://"),
                                                  {address->host})};
    }
    if (std::ranges::find(rules_.servers, ServerName(*address)) == rules_.servers.end()) {
      return Error{ErrorCode::kNotAllowed,
                   Filled(Tr("The server leads to another one, {0}, which doesn't get your password unless "
                             "you say so: --also-server {1}"),
                          {address->host, ServerName(*address)})};
    }
    return std::nullopt;
  }

  std::unique_ptr<Transfer> Prepare(const HttpRequest& request, std::size_t index) const {
    auto transfer = std::make_unique<Transfer>(request);
    transfer->most_bytes = rules_.most_bytes;
    curl_slist* headers =
        curl_slist_append(nullptr, "Expect:");  // else a second is waited for an answer to it
    for (const auto& [name, value] : request.headers)
      headers = curl_slist_append(headers, (name + ": " + value).c_str());
    transfer->headers.reset(headers);
    CURL* const easy = transfer->easy.get();
    curl_easy_setopt(easy, CURLOPT_URL, request.url.c_str());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");  // Check says which one where
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(easy, CURLOPT_USERAGENT, "Kith");
    curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(easy, CURLOPT_NOPROXY, "localhost,127.0.0.1,::1");
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, transfer->trouble.data());
    curl_easy_setopt(easy, CURLOPT_PRIVATE, reinterpret_cast<char*>(index));
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, TakeBody);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, transfer.get());
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, TakeHeader);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, transfer.get());
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT, static_cast<long>(rules_.patience.count()));
    curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, 1L);
    curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, static_cast<long>(rules_.patience.count()));
    SetMethod(easy, request);
    SetLogin(easy);
    if (!rules_.ca_file.empty()) curl_easy_setopt(easy, CURLOPT_CAINFO, rules_.ca_file.c_str());
    return transfer;
  }

  void SetLogin(CURL* easy) const {
    if (login_.empty()) return;
    curl_easy_setopt(easy, CURLOPT_USERNAME, login_.user.c_str());
    curl_easy_setopt(easy, CURLOPT_PASSWORD, login_.password.c_str());
    curl_easy_setopt(easy, CURLOPT_HTTPAUTH, digest_ ? CURLAUTH_DIGEST : CURLAUTH_BASIC);
  }

  int TakeEnded(std::vector<std::unique_ptr<Transfer>>& under_way,
                std::vector<std::optional<Result<HttpAnswer>>>& answers) {
    int ended = 0;
    int left = 0;
    while (const CURLMsg* const message = curl_multi_info_read(multi_.get(), &left)) {
      if (message->msg != CURLMSG_DONE) continue;
      char* index_text = nullptr;
      curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &index_text);
      const auto index = reinterpret_cast<std::size_t>(index_text);
      const CURLcode code = message->data.result;
      Transfer& transfer = *under_way[index];
      curl_multi_remove_handle(multi_.get(), transfer.easy.get());
      answers[index] = Outcome(code, transfer);
      under_way[index].reset();
      ++ended;
    }
    return ended;
  }

  static Result<HttpAnswer> Outcome(CURLcode code, Transfer& transfer) {
    if (code != CURLE_OK) return Trouble(code, transfer, ParseWebAddress(transfer.request.url)->host);
    long status = 0;
    curl_easy_getinfo(transfer.easy.get(), CURLINFO_RESPONSE_CODE, &status);
    transfer.answer.status = static_cast<int>(status);
    return std::move(transfer.answer);
  }

  Login login_;
  ConnectionRules rules_;
  bool digest_ = false;
  std::unique_ptr<CURLM, FreeMulti> multi_;
};

}  // namespace

std::string HttpAnswer::Header(const std::string& name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string() : found->second;
}

Result<HttpAnswer> Http::Send(const HttpRequest& request, const std::stop_token& stop) {
  return std::move(SendAll({&request, 1}, stop).front());
}

Result<std::string> ServerOf(const std::string& address) {
  const Result<WebAddress> parsed = ParseWebAddress(address);
  if (!parsed) return parsed.error();
  return ServerName(*parsed);
}

std::unique_ptr<Http> MakeCurlHttp(Login login, ConnectionRules rules) {
  return std::make_unique<CurlHttp>(std::move(login), std::move(rules));
}

}  // namespace kith::exchange::dav
