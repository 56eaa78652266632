package org.apricotdesk.bot.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.api.WxCpService;
import me.chanjar.weixin.cp.api.impl.WxCpServiceImpl;
import me.chanjar.weixin.cp.bean.message.WxCpMessage;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A client written by others for the real platform is content with the simulated one.
class WxJavaTest {
  @RegisterExtension static final Corp corp = new Corp();
  private final WxCpService client = new WxCpServiceImpl();

  @BeforeEach
  void connect() {
    var config = new WxCpDefaultConfigImpl();
    config.setBaseApiUrl(corp.sim().apiUrl());
    config.setCorpId(corp.sim().settings().corpId());
    config.setCorpSecret("simulated-app-secret");
    config.setAgentId(1000002);
    client.setWxCpConfigStorage(config);
  }

  @Test
  void it_sends_a_text_and_takes_it_back() throws WxErrorException {
    var sent =
        client
            .getMessageService()
            .send(WxCpMessage.TEXT().toUser("sunlili").content("打印机好了").build());

    assertThat(corp.sim().member("sunlili").lastHeard().text()).isEqualTo("打印机好了");
    client.getMessageService().recall(sent.getMsgId());
    assertThat(corp.sim().member("sunlili").chat().getFirst().recalled()).isTrue();
  }

  @Test
  void it_renews_a_revoked_token_by_itself() throws WxErrorException {
    client.getUserService().getById("sunlili");
    corp.sim().faults().revokeTokens();
    assertThat(client.getUserService().getById("sunlili").getName()).isEqualTo("孙莉莉");
    assertThat(corp.sim().tokensFetched()).isEqualTo(2);
  }

  @Test
  void it_reads_the_address_book() throws WxErrorException {
    assertThat(client.getDepartmentService().list(1L)).hasSize(3);
    assertThat(client.getUserService().listSimpleByDepartment(3L, false, 0))
        .extracting("name")
        .containsExactly("邵嘉乐", "龚维鸣");
    assertThatThrownBy(() -> client.getUserService().getById("ghost"))
        .isInstanceOfSatisfying(
            WxErrorException.class, e -> assertThat(e.getError().getErrorCode()).isEqualTo(60111));
  }

  @Test
  void it_uploads_a_picture_and_gets_it_again() throws Exception {
    var png = Pictures.png();
    var id =
        client
            .getMediaService()
            .upload("image", new ByteArrayInputStream(png), "截图.png")
            .getMediaId();
    var file = client.getMediaService().download(id);
    assertThat(Files.readAllBytes(file.toPath())).isEqualTo(png);
  }

  @Test
  void it_signs_pages_and_asks_who_signed_in() throws WxErrorException {
    assertThat(client.createAgentJsapiSignature("https://desk.example.com/t").getSignature())
        .hasSize(40);
    assertThatThrownBy(() -> client.getOauth2Service().getAuthUserInfo("nonsense"))
        .isInstanceOfSatisfying(
            WxErrorException.class, e -> assertThat(e.getError().getErrorCode()).isEqualTo(40029));
  }

  @Test
  void it_speaks_through_the_webhook() throws WxErrorException {
    client
        .getGroupRobotService()
        .sendText(corp.sim().apiUrl() + "/cgi-bin/webhook/send?key=ward-key", "演练开始", null, null);
    var ward = corp.sim().group("wrWard01").member("sunlili");
    assertThat(ward.lastHeard().text()).startsWith("演练开始");
  }
}
