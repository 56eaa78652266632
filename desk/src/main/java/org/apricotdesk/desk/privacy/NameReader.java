package org.apricotdesk.desk.privacy;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Reads a name that begins at a place, as boldly as what stands before allows.
final class NameReader {
  private static final List<String> HONOURS =
      List.of(
          "阿姨", "大爷", "大妈", "大娘", "大叔", "大伯", "阿婆", "阿公", "奶奶", "爷爷", "婆婆", "叔叔", "伯伯", "伯母", "老太太",
          "老太", "老伯", "老汉", "女士", "先生", "某某", "大姐", "大哥", "阿妈", "婆", "某");
  private static final List<String> TITLES =
      List.of("主任", "医生", "护士", "师傅", "老师", "院长", "科长", "教授", "大夫", "处长", "工程师", "工 ", "主管", "药师");
  private static final List<String> RELATIVES = List.of("之子", "之女", "之婴", "之妻", "之大子", "之小子");
  private static final List<String> BELONGINGS =
      List.of("医保卡", "社保卡", "就诊卡", "诊疗卡", "健康卡", "身份证", "腕带", "住院证", "电子医保");
  private static final int LONGEST_FOREIGN = 8;

  private final Glyphs glyphs;
  private final Lexicon lexicon;
  private final Predicate<String> isStaff;

  NameReader(Glyphs glyphs, Lexicon lexicon, Predicate<String> isStaff) {
    this.glyphs = glyphs;
    this.lexicon = lexicon;
    this.isStaff = isStaff;
  }

  /// After a bed: a surname and what follows, unless that is a word of its own.
  int strong(int i) {
    var careful = careful(i);
    if (careful > 0) {
      return careful;
    }
    var first = afterSurname(i);
    if (first < 0 || !glyphs.hanAt(first)) {
      return -1;
    }
    for (var end = first + 2; end > first; end--) {
      if (ends(end) && glyphs.hanAt(end - 1) && glyphs.at(end - 1) != '的') {
        return unlessStaff(i, end);
      }
    }
    return -1;
  }

  /// After 患者 and the like: the given name must look like one, or the name must stand alone.
  int likely(int i) {
    var careful = careful(i);
    return careful > 0 || glyphs.hanAt(i - 1) ? careful : strong(i);
  }

  /// Anywhere else: every character of the given name must be one that names are made of.
  int careful(int i) {
    var first = afterSurname(i);
    if (first < 0 || !lexicon.given(glyphs.at(first))) {
      return -1;
    }
    var second = first + 1;
    var longer =
        glyphs.hanAt(second)
            && lexicon.given(glyphs.at(second))
            && !wordBegins(second)
            && !lexicon.notName(glyphs.text(i, second + 1));
    return unlessStaff(i, longer ? second + 1 : second);
  }

  /// `王禹彤的医保卡`: three characters that own what patients carry, whatever they are.
  int owner(int i) {
    var first = afterSurname(i);
    var end = first + 2;
    if (first < 0 || !glyphs.hanAt(first) || !glyphs.hanAt(first + 1) || glyphs.at(end) != '的') {
      return -1;
    }
    var owned = BELONGINGS.stream().anyMatch(thing -> glyphs.startsWith(thing, end + 1));
    return owned && !wordBegins(first) ? unlessStaff(i, end) : -1;
  }

  /// `王阿姨`, `李大爷`: the form of address is part of the name.
  Optional<Integer> honoured(int i) {
    var first = afterSurname(i);
    if (first < 0) {
      return Optional.empty();
    }
    return HONOURS.stream()
        .filter(honour -> glyphs.startsWith(honour, first))
        .findFirst()
        .filter(honour -> honour.length() > 1 || ends(first + 1))
        .map(honour -> first + honour.length());
  }

  /// `马丽之子`: the mother's name.
  Optional<Integer> relative(int i) {
    var first = afterSurname(i);
    if (first < 0) {
      return Optional.empty();
    }
    for (var end = first + 1; end <= first + 2; end++) {
      var place = end;
      if (RELATIVES.stream().anyMatch(word -> glyphs.startsWith(word, place))) {
        return Optional.of(end);
      }
    }
    return Optional.empty();
  }

  /// `买买提·吐尔逊`: two runs of characters with a dot between.
  Optional<Integer> dotted(int i) {
    var dot = run(i);
    if ("·•‧・".indexOf(glyphs.at(dot)) < 0 || dot == i || (glyphs.hanAt(i - 1) && dot - i > 5)) {
      return Optional.empty();
    }
    var end = Math.min(run(dot + 1), dot + 5);
    return end - dot > 2 ? Optional.of(end) : Optional.empty();
  }

  /// Whether nothing that continues a word stands at a name's end.
  boolean ends(int end) {
    return !glyphs.hanAt(end)
        || "的男女在说这那已今昨明又还也把被叫有没".indexOf(glyphs.at(end)) >= 0
        || lexicon.clinicalAt(glyphs, end);
  }

  private int run(int from) {
    var end = from;
    while (end - from < LONGEST_FOREIGN
        && glyphs.hanAt(end)
        && "床者人的叫".indexOf(glyphs.at(end)) < 0) {
      end++;
    }
    return end;
  }

  /// Where the given name begins, or -1 where no surname stands or a staff title follows it.
  private int afterSurname(int i) {
    var first =
        lexicon.compoundSurname(glyphs.text(i, i + 2))
            ? i + 2
            : lexicon.surname(glyphs.at(i)) ? i + 1 : -1;
    return first < 0 || lexicon.notName(glyphs.text(i, i + 2)) || titled(first) ? -1 : first;
  }

  /// Whether the second given character rather begins the next word, as in 张伟明天出院.
  private boolean wordBegins(int index) {
    return lexicon.notName(glyphs.text(index, index + 2)) || lexicon.clinicalAt(glyphs, index);
  }

  private boolean titled(int index) {
    return TITLES.stream().anyMatch(title -> glyphs.startsWith(title, index));
  }

  private int unlessStaff(int start, int end) {
    var own = glyphs.text(start - 2, start);
    var introducesSelf = own.equals("我是") || own.equals("我叫");
    return introducesSelf || titled(end) || isStaff.test(glyphs.text(start, end)) ? -1 : end;
  }
}
