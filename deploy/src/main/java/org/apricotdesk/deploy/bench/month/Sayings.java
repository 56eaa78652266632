package org.apricotdesk.deploy.bench.month;

import java.util.List;

/// What people of the wards write in a month, as it really reads.
final class Sayings {
  /// Troubles that stand for themselves.
  static final List<String> TROUBLES =
      List.of(
          "三楼护士站打印机卡纸了，硬拽只扯下来半张",
          "护士站电脑蓝屏了，重启两次还是蓝屏",
          "医生办公室 HIS 打不开，一直转圈",
          "二楼扫码枪扫不出来",
          "护士站腕带打印机出来是空白",
          "电子病历保存的时候报错",
          "值班室键盘有几个键没反应",
          "鼠标不动了",
          "显示器黑屏，主机灯是亮的",
          "护士站网络断了，网页和内网都上不去",
          "标签打印机走纸不停",
          "读卡器读不了医保卡",
          "叫号屏不显示号了",
          "我这台 PACS 图像打不开",
          "医嘱提交不了，提示超时，就我这台",
          "电脑很卡，开个病历要两分钟",
          "激光打印机脱机，点打印没反应",
          "打印出来中间一道黑杠",
          "护理 PDA 连不上网",
          "账号被锁了，登不进系统",
          "有一个标本的 LIS 结果传不过来",
          "电脑开不了机，按了没反应",
          "处方打印出来是乱码",
          "输液标签打不出来，四床等着用",
          "新来的同事没有账号",
          "医生站看不到昨天的检查报告",
          "条码机打出来扫不了",
          "收费窗口的打印机不出票",
          "移动护理扫腕带没反应",
          "体温单打印少一页");

  /// Where care cannot wait.
  static final List<String> URGENT =
      List.of("抢救室电脑开不了机，正在抢救", "手术室麻醉记录打不开，病人已经上台", "急诊收费窗口全部结算不了", "ICU 监护数据传不过来", "检验科危急值发不出去");

  static final List<String> QUESTIONS =
      List.of("怎么改开机密码", "医保电子凭证怎么扫", "病历怎么申请解锁", "打印机怎么设置双面打印", "怎么给新同事开账号", "交叉配血申请单在哪里打");

  static final List<String> WISHES =
      List.of(
          "建议医嘱界面加一个常用药收藏",
          "能不能让检验报告出来自动提醒管床医生",
          "建议叫号屏的字放大一点",
          "希望护理记录可以复制上一班的内容",
          "建议出院小结自动带出检验结果");

  static final List<String> SMALL_TALK = List.of("谢谢", "在吗", "收到", "好的");

  static final List<String> OUTAGE =
      List.of(
          "HIS 打不开了，门诊医生站全都转圈",
          "门诊医生工作站进不去，我们科都不行",
          "医生站登录以后白屏，隔壁诊室也一样",
          "HIS 卡死了，开不了处方",
          "门诊医生站打不开，病人都在等");

  static final List<String> REPAIRS =
      List.of("已换硒鼓，测试正常", "重启打印服务后恢复", "已重新插好网线", "已重装驱动", "解锁账号并教会使用", "已换一台备用机", "清理缓存后正常");

  private Sayings() {}
}
