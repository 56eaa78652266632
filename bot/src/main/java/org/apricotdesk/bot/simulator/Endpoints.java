package org.apricotdesk.bot.simulator;

import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Which calls the platform offers, and what carries each out.
final class Endpoints {

  /// @param open needs no token
  record Endpoint(boolean post, boolean open, BiFunction<App, ApiCall, JsonObject> work) {}

  private final Map<String, Endpoint> endpoints = new HashMap<>();

  Endpoints(Apis apis, State state) {
    open("gettoken", false, state.tokens::get);
    open("webhook/send", true, apis.webhook()::send);
    open("webhook/upload_media", true, apis.webhook()::upload);
    open("aibot/response", true, apis.robot()::answerLate);
    get("getcallbackip", apis.script()::callbackAddresses);
    get("get_api_domain_ip", apis.script()::callbackAddresses);
    messages(apis);
    contacts(apis.contacts());
    signIn(apis);
    post("media/upload", (_, call) -> state.media.upload(call));
  }

  /// The call of that path below `/cgi-bin/`.
  @Nullable Endpoint find(String path) {
    return endpoints.get(path);
  }

  private void messages(Apis apis) {
    post("message/send", apis.messages()::send);
    post("message/update_template_card", apis.messages()::updateCard);
    post("message/recall", apis.messages()::recall);
    post("appchat/create", apis.appChats()::create);
    post("appchat/update", apis.appChats()::update);
    get("appchat/get", apis.appChats()::get);
    post("appchat/send", apis.appChats()::send);
    post("menu/create", apis.script()::createMenu);
    get("menu/get", apis.script()::menu);
    get("menu/delete", apis.script()::deleteMenu);
  }

  private void contacts(ContactsApi contacts) {
    get("user/get", contacts::user);
    get("user/list", contacts::users);
    post("user/list_id", contacts::userIds);
    get("user/simplelist", contacts::simpleUsers);
    get("department/list", contacts::departments);
    get("department/simplelist", contacts::departmentIds);
    get("department/get", contacts::departmentOf);
    get("tag/list", contacts::tags);
    get("tag/get", contacts::tag);
  }

  private void signIn(Apis apis) {
    get("auth/getuserinfo", apis.signIn()::who);
    post("auth/getuserdetail", apis.signIn()::details);
    get("get_jsapi_ticket", apis.script()::corpTicket);
    get("ticket/get", apis.script()::appTicket);
  }

  private void open(String path, boolean post, Function<ApiCall, JsonObject> work) {
    endpoints.put(path, new Endpoint(post, true, (_, call) -> work.apply(call)));
  }

  private void get(String path, BiFunction<App, ApiCall, JsonObject> work) {
    endpoints.put(path, new Endpoint(false, false, work));
  }

  private void post(String path, BiFunction<App, ApiCall, JsonObject> work) {
    endpoints.put(path, new Endpoint(true, false, work));
  }
}
