package org.apricotdesk.desk.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.event.EventLog;
import org.apricotdesk.desk.DeskFixture;
import org.apricotdesk.desk.brief.Facts.Bar;
import org.apricotdesk.desk.brief.Facts.Campus;
import org.apricotdesk.desk.brief.Facts.Lowest;
import org.apricotdesk.desk.brief.Facts.Month;
import org.apricotdesk.desk.incident.Incidents;
import org.apricotdesk.desk.indicator.Indicator;
import org.apricotdesk.desk.indicator.Indicator.Unit;
import org.apricotdesk.desk.indicator.Light;
import org.apricotdesk.desk.round.Rounds;
import org.apricotdesk.desk.suggestion.Suggestions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A month in which there is a value for every figure, two outages, four wishes that came true, and
/// what the department adds by hand.
class LeadershipOnPaperTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Set<Indicator> MISSED =
      Set.of(
          Indicator.RESPONSE_TIMELY_RATE,
          Indicator.CORE_AVAILABILITY,
          Indicator.PROJECT_DELAY_RATE,
          Indicator.OVERDUE_BACKLOG);
  private static final Days MARCH = Days.month(LocalDate.of(2026, 3, 1));

  @Test
  void a_month_fits_on_two_pages() throws IOException {
    var facts = facts();
    var body = byHand(composer().body(Kind.LEADERSHIP, MARCH, facts));
    var brief =
        new Brief(
            1,
            Kind.LEADERSHIP,
            MARCH,
            State.DRAFT,
            1,
            "信息化月报·院领导版（2026年3月）",
            body,
            DeskFixture.YE,
            facts,
            Audience.EVERYBODY,
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    var pdf = new Pdf(Locale.SIMPLIFIED_CHINESE).print(brief, "第 3 期 · 2026-04-08 · 信息中心", "杏台");
    Files.write(Path.of("target", "leadership.pdf"), pdf);
    try (var document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(2);
    }
  }

  private static Composer composer() {
    var desk = new DeskFixture(db);
    var events = new EventLog("desk");
    var incidents =
        new Incidents(
            desk.database, events, desk.tickets, desk.people, desk.catalogue, desk.clock, ZONE);
    var suggestions = new Suggestions(desk.database, events, desk.people, desk.clock, ZONE);
    var rounds =
        new Rounds(
            desk.database,
            events,
            desk.people,
            desk.tickets,
            suggestions,
            _ -> true,
            desk.clock,
            ZONE);
    var discretion = new Discretion(desk.people);
    return new Composer(
        new Cases(desk.database.pool(), desk.people, discretion),
        incidents,
        new Deeds(suggestions, rounds, desk.people, discretion),
        (_, _) -> Optional.empty(),
        day -> day.getDayOfMonth() < 4 || day.getDayOfMonth() > 6,
        Locale.SIMPLIFIED_CHINESE,
        ZONE);
  }

  private static String byHand(String body) {
    return body.replace(
            "## 指标总表",
            """
            - 重大事件（二级，多个科室或关键部位受影响）：门诊医保结算中断，历时 47 分钟。
            - 重大事件（二级，多个科室或关键部位受影响）：影像调阅缓慢，历时 3.2 小时。
            - 请示：医保前置机已运行七年，申请更换两台，预算 46 万元，请院办会批准。

            ## 指标总表""")
        .replace(
            "## 价值测算",
            """
            ## 需求与项目

            - **骨一科**提出“术前核对单自动带入检验结果”，已经做到。核对用时由 8.0 分钟变为 6.8 分钟，改善 15.00%。
            - **急诊医学科**提出“腕带补打不用回护士站”，已经做到。补打用时由 6 分钟变为 2 分钟，改善 66.67%。
            - 本期新收建议 14 条，已立项 4 条，储备 3 条，每一条都会回复。
            - 驻点 9 次：骨一科、呼吸科、重症医学科、检验科、产科、老年医学科、手术麻醉科、门诊收费处。
            - 延期三项：手麻系统改造等厂商接口，移动护理二期等采购，互联网医院三期需求变更。

            ## 价值测算""")
        .replace(
            "## 风险与资源",
            """
            - **检验科**报“样本条码扫不出来”，18 分钟解决；评价：“来得快，讲得清”。
            - **产科**报“新生儿腕带打印偏移”，25 分钟解决。

            ## 风险与资源""")
        .replace(
            "## 下期重点",
            """
            - 存储阵列剩余空间 18%，按目前的增速可用五个月；扩容方案已报设备科。
            - 数据库工程师缺编一名，已请人事处协助招聘。

            ## 下期重点

            - 四月完成等级保护三级测评整改，五月复测。
            - 移动护理二期在骨一科、呼吸科试点。""");
  }

  private static Facts facts() {
    return new Facts(
        Instant.parse("2026-04-08T01:00:00Z"),
        Stream.of(Indicator.values())
            .filter(indicator -> indicator != Indicator.AVAILABILITY)
            .map(LeadershipOnPaperTest::told)
            .toList(),
        IntStream.rangeClosed(1, 31)
            .mapToObj(d -> new Bar("2026-03-%02d".formatted(d), d))
            .toList(),
        IntStream.rangeClosed(1, 6)
            .mapToObj(
                m -> new Month("2026-0" + m, percent("97.2" + m), percent("9%d.10".formatted(m))))
            .toList(),
        List.of(new Bar("打印设备", 214)),
        Stream.of("本部院区", "东城院区", "滨江院区")
            .map(
                name -> new Campus(name, 612, percent("96.41"), percent("95.02"), percent("97.80")))
            .toList(),
        Optional.of(new Lowest("医保", new BigDecimal("99.80"))));
  }

  private static Facts.Told told(Indicator indicator) {
    var value = new BigDecimal(indicator.unit() == Unit.PERCENT ? "91.25" : "12");
    return new Facts.Told(
        indicator,
        Optional.of(value),
        1800,
        Optional.of(value.add(BigDecimal.ONE)),
        1700,
        indicator.aim().map(_ -> MISSED.contains(indicator) ? Light.AMBER : Light.GREEN),
        List.of());
  }

  private static Optional<BigDecimal> percent(String value) {
    return Optional.of(new BigDecimal(value));
  }
}
