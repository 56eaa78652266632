package org.apricotdesk.bot.simulator;

import static org.apricotdesk.bot.simulator.Corp.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Groups an app makes, the webhook of a group, the address book, and menus.
class GroupsAndContactsTest {
  @RegisterExtension static final Corp corp = new Corp();

  @Test
  void an_app_makes_a_group_and_writes_to_it() {
    assertThat(create("desk2026", "sunlili", "shaojiale")).isZero();
    assertThat(sendTo("desk2026", "text")).isZero();
    assertThat(corp.sim().group("desk2026").member("shaojiale").lastHeard().text()).isEqualTo("x");
    var info = corp.get("/cgi-bin/appchat/get?chatid=desk2026&access_token=" + corp.token());
    assertThat(info.getJsonObject("chat_info").getJsonArray("userlist")).hasSize(2);
  }

  @Test
  void a_group_needs_two_known_members_an_owner_among_them_and_a_free_id() {
    assertThat(create("a1", "sunlili")).isEqualTo(86006);
    assertThat(create("a1", "sunlili", "ghost")).isEqualTo(86216);
    var foreign = group("a1", "sunlili", "shaojiale").put("owner", "gongweiming");
    assertThat(code(corp.call("appchat/create", foreign))).isEqualTo(86207);
    assertThat(create("a-1", "sunlili", "shaojiale")).isEqualTo(86001);
    assertThat(create("a1", "sunlili", "shaojiale")).isZero();
    assertThat(create("a1", "sunlili", "shaojiale")).isEqualTo(86215);
  }

  @Test
  void only_apps_seen_by_everybody_may_make_groups() {
    var path = "/cgi-bin/appchat/create?access_token=" + corp.token("other-secret");
    var body = group("a1", "shaojiale", "gongweiming");
    assertThat(code(corp.post(path, body.encode()))).isEqualTo(48002);
  }

  @Test
  void groups_of_others_unknown_groups_and_cards_are_refused() {
    create("a1", "sunlili", "shaojiale");
    var other = corp.token("other-secret");
    assertThat(code(corp.get("/cgi-bin/appchat/get?chatid=a1&access_token=" + other)))
        .isEqualTo(86008);
    assertThat(sendTo("nowhere", "text")).isEqualTo(86003);
    assertThat(sendTo("a1", "template_card")).isEqualTo(40008);
  }

  @Test
  void tags_are_listed_and_opened_within_sight_and_reach_their_members() {
    corp.sim().add(new Tag(3, "值班", List.of("ShaoJiaLe", "ghost"), List.of()));
    var token = "access_token=" + corp.token();
    var list = corp.get("/cgi-bin/tag/list?" + token).getJsonArray("taglist");
    assertThat(list.encode()).isEqualTo("[{\"tagid\":3,\"tagname\":\"值班\"}]");
    var tag = corp.get("/cgi-bin/tag/get?tagid=3&" + token);
    assertThat(tag.getString("tagname")).isEqualTo("值班");
    assertThat(tag.getJsonArray("userlist")).hasSize(1);
    assertThat(code(corp.get("/cgi-bin/tag/get?tagid=9&" + token))).isEqualTo(40068);

    var body = Corp.message("", "text", text("请看群公告")).put("totag", "3|9");
    var answer = corp.call("message/send", body);

    assertThat(code(answer)).isZero();
    assertThat(answer.getString("invalidtag")).isEqualTo("9");
    assertThat(corp.sim().member("shaojiale").lastHeard().text()).isEqualTo("请看群公告");
  }

  @Test
  void members_come_and_go() {
    create("a1", "sunlili", "shaojiale");
    var change =
        new JsonObject()
            .put("chatid", "a1")
            .put("owner", "shaojiale")
            .put("add_user_list", new JsonArray().add("gongweiming"))
            .put("del_user_list", new JsonArray().add("sunlili"));
    assertThat(code(corp.call("appchat/update", change))).isZero();
    var drop = new JsonObject().put("chatid", "a1");
    drop.put("del_user_list", new JsonArray().add("gongweiming"));
    assertThat(code(corp.call("appchat/update", drop))).isEqualTo(86006);
  }

  @Test
  void the_webhook_speaks_twenty_times_a_minute() {
    for (var i = 0; i < 20; i++) {
      assertThat(webhook("text", text("第" + i))).isZero();
    }
    assertThat(webhook("text", text("太多"))).isEqualTo(45009);
  }

  @Test
  void the_webhook_wants_its_key_and_takes_no_cards_that_call_back() {
    assertThat(code(corp.post("/cgi-bin/webhook/send?key=wrong", "{}"))).isEqualTo(93000);
    assertThat(code(corp.post("/cgi-bin/webhook/send", "{}"))).isEqualTo(93000);
    assertThat(webhook("template_card", AppCallbackTest.buttons("T-1"))).isEqualTo(42031);
    assertThat(webhook("markdown", text("字".repeat(1366)))).isEqualTo(45002);
    assertThat(webhook("markdown", text("字".repeat(1365)))).isZero();
    assertThat(webhook("image", new JsonObject().put("base64", "AAAA").put("md5", "0")))
        .isEqualTo(40123);
  }

  @Test
  void an_empty_upload_is_refused_before_the_key_is_looked_at() {
    assertThat(code(corp.post("/cgi-bin/webhook/upload_media?key=wrong&type=file", "")))
        .isEqualTo(44001);
  }

  @Test
  void an_app_reads_only_whom_it_sees_and_no_phone_numbers() {
    var mine = corp.get("/cgi-bin/user/get?userid=SUNLILI&access_token=" + corp.token());
    assertThat(mine.getString("name")).isEqualTo("孙莉莉");
    assertThat(mine.containsKey("mobile")).isFalse();
    var other = corp.token("other-secret");
    assertThat(code(corp.get("/cgi-bin/user/get?userid=sunlili&access_token=" + other)))
        .isEqualTo(60011);
    assertThat(code(corp.get("/cgi-bin/user/get?access_token=" + other))).isEqualTo(41009);
    assertThat(code(corp.get("/cgi-bin/user/get?userid=ghost&access_token=" + other)))
        .isEqualTo(60111);
    var tree = corp.get("/cgi-bin/department/simplelist?access_token=" + other);
    assertThat(tree.getJsonArray("department_id")).hasSize(1);
    assertThat(code(corp.get("/cgi-bin/department/get?id=9&access_token=" + other)))
        .isEqualTo(60003);
  }

  @Test
  void the_synchronisation_of_contacts_reads_ids_and_nothing_more() {
    var sync = corp.token("simulated-contacts-secret");
    var two = new JsonObject().put("limit", 2);
    var first = corp.post("/cgi-bin/user/list_id?access_token=" + sync, two.encode());
    assertThat(first.getJsonArray("dept_user"))
        .containsExactly(row("sunlili", 2), row("shaojiale", 3));
    var rest = two.put("cursor", first.getString("next_cursor"));
    var last = corp.post("/cgi-bin/user/list_id?access_token=" + sync, rest.encode());
    assertThat(last.getJsonArray("dept_user")).containsExactly(row("GongWeiming", 3));
    assertThat(last.getString("next_cursor")).isEmpty();
    assertThat(code(corp.get("/cgi-bin/user/get?userid=sunlili&access_token=" + sync)))
        .isEqualTo(48009);
    assertThat(code(corp.call("user/list_id", new JsonObject()))).isEqualTo(48002);
  }

  private static JsonObject row(String userid, int department) {
    return new JsonObject().put("userid", userid).put("department", department);
  }

  @Test
  void a_menu_has_three_entries_with_short_names() {
    var path = "menu/create";
    var entry = new JsonObject().put("type", "click").put("name", "我的工单").put("key", "mine");
    var four = new JsonArray().add(entry).add(entry).add(entry).add(entry);
    assertThat(code(corp.call(path, new JsonObject().put("button", four)))).isEqualTo(40017);
    var longName = entry.copy().put("name", "名字太长的菜单");
    var one = new JsonObject().put("button", new JsonArray().add(longName));
    assertThat(code(corp.call(path, one))).isEqualTo(40018);
    var good = new JsonObject().put("button", new JsonArray().add(entry));
    assertThat(code(corp.call(path, good))).isZero();
    var menu = corp.get("/cgi-bin/menu/get?access_token=" + corp.token());
    assertThat(menu.getJsonArray("button")).hasSize(1);
  }

  private static int create(String id, String... users) {
    return code(corp.call("appchat/create", group(id, users)));
  }

  private static JsonObject group(String id, String... users) {
    return new JsonObject()
        .put("name", "应急群")
        .put("chatid", id)
        .put("userlist", new JsonArray(List.of((Object[]) users)));
  }

  private static int sendTo(String chat, String type) {
    var body = new JsonObject().put("chatid", chat).put("msgtype", type);
    return code(corp.call("appchat/send", body.put(type, text("x"))));
  }

  private static int webhook(String type, JsonObject part) {
    var body = new JsonObject().put("msgtype", type).put(type, part);
    return code(corp.post("/cgi-bin/webhook/send?key=ward-key", body.encode()));
  }

  private static int code(JsonObject answer) {
    return answer.getInteger("errcode");
  }
}
