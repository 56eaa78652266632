package org.apricotdesk.knowledge.search;

import java.util.regex.Pattern;

/// What sort of answer a question asks for, as far as its wording tells; often for none of these,
/// or for several.
enum Asked {
  WHETHER("是否|吗|能否|可否|可不可以|能不能|会不会|\\A可以|\\A能"),
  HOW("如何|怎么|怎样"),
  WHY("为什么|为何|原因"),
  WHAT("什么|哪些"),
  WHEN("多长时间|多久|何时|时间"),
  WHERE("在哪|何处|哪里|位置"),
  HOW_MANY("多少|几个|数量|最大"),
  HELP("无法|不能|失败|错误|问题|不起作用|未");

  private final Pattern wording;

  Asked(String wording) {
    this.wording = Pattern.compile(wording);
  }

  boolean isIn(String question) {
    return wording.matcher(question).find();
  }
}
