import type { DangerKind } from "../../../reader/names/danger.ts";

interface ForeignCry {
  readonly kind: DangerKind;
  readonly pattern: RegExp;
}

/** English cries for help. Lower case, tested on the message as typed. */
export const ENGLISH: readonly ForeignCry[] = [
  {
    kind: "fire",
    pattern:
      /\b(on fire|there('| i)?s (a )?fire|fire in|fire at|house is burning|building is burning|is burning|help\W+fire|fire\W+help|fire fire|big fire)\b|^\W*fire\W*$/,
  },
  {
    kind: "drowning",
    pattern: /\b(is drowning|are drowning|i('| a)?m drowning|fell (in|into) the (river|water|lake|well))\b/,
  },
  { kind: "flood", pattern: /\b(trapped by (the )?flood|flood(ing)? (is )?(rising|coming)|landslide)\b/ },
  {
    kind: "selfHarm",
    pattern: /\b(kill myself|want to die|end my life|suicide|suicidal)\b/,
  },
  {
    kind: "medical",
    pattern:
      /\b(ambulance|heart attack|not breathing|can('|no)?t breathe|unconscious|bleeding( badly| a lot)?|passed out|having a stroke|overdose|poisoned|seizure|in labou?r|choking)\b/,
  },
  {
    kind: "roadCrash",
    pattern:
      /\b((car|road|traffic|bus|bike|motorbike|motorcycle) (accident|crash)|hit by a (car|truck|bus|motorbike))\b/,
  },
  {
    kind: "kidnapping",
    pattern: /\b(kidnapp?ed|kidnapping|being held|locked me in|held hostage|abducted)\b/,
  },
  { kind: "humanTrafficking", pattern: /\b(trafficked|human trafficking|sold to)\b/ },
  { kind: "childAbuse", pattern: /\b(child|kid|girl|boy|baby) (is )?being (beaten|abused|hurt)\b/ },
  {
    kind: "violence",
    pattern:
      /\b(attack(ing|ed) me|being attacked|being beaten|stabbed|stabbing|shot|shooting|has a (knife|gun)|with a (knife|gun)|murder|rape[ds]?|raping|following me|trying to kill|(hit|hits|hitting|beat|beats|beating|hurting) (me|us|her|him))\b/,
  },
  {
    kind: "robbery",
    pattern:
      /\b(being robbed|robber|robbery|mugged|breaking into|breaking in|broke into my|burglar in|intruder)\b/,
  },
  {
    kind: "unclear",
    pattern:
      /\b(help me|help us|need help (now|fast|urgently|asap)|please help\W*$|emergency\W*$|(this|it)('| i)s an emergency|sos|call (the )?(police|cops)( now)?|save me|mayday|i('| a)?m in danger)\b/,
  },
];

/** A question about rules or facts in English. */
export const ENGLISH_QUESTION =
  /\b(how many|statistics|what is the|what percent|percentage of|fine for|penalty|the law|number of|how much)\b|\bwhat % of\b/;

/** Chinese cries for help, simplified and traditional. */
export const CHINESE: readonly ForeignCry[] = [
  { kind: "fire", pattern: /着火|著火|起火|失火|火灾|火災|救火/u },
  { kind: "drowning", pattern: /溺水|淹水里|掉(进|到)(水|河|湖)/u },
  { kind: "flood", pattern: /洪水|山体滑坡|泥石流|被困/u },
  { kind: "selfHarm", pattern: /自杀|自殺|不想活|想死/u },
  {
    kind: "medical",
    pattern: /救护车|救護車|心脏病|昏迷|晕倒|流血|不能呼吸|中毒|急救|受伤|没有呼吸|中风/u,
  },
  { kind: "roadCrash", pattern: /车祸|車禍|交通事故|撞车|撞人/u },
  { kind: "kidnapping", pattern: /绑架|綁架|被关|非法拘禁|被扣/u },
  { kind: "humanTrafficking", pattern: /被卖|被拐|拐卖|人口贩卖/u },
  { kind: "violence", pattern: /杀人|殺人|打人|打我|打架|被打|砍人|持刀|有人拿刀|强奸|強姦|枪|家暴/u },
  { kind: "robbery", pattern: /抢劫|搶劫|被抢|抢钱|入室|小偷在/u },
  { kind: "unclear", pattern: /救命|救我|救救|快报警|快來人|快来人|请报警|紧急|危险/u },
];

/** A question about rules or facts in Chinese. */
export const CHINESE_QUESTION = /多少|什么是|是什么|罚款|规定|统计/u;
