import { childProgrammes, childStandards, monthsPaid, paidTo } from './children';
import type { ChildProgramme } from './children';
import { column, columns, frame } from './frames';
import type { Page } from './page';
import { sampleNote, stated } from './published';

/** 补贴标准表 and the rosters of the two small programmes, in 元. */
export function rosterPages(): Page[] {
  return [standards(), ...childProgrammes.map(roster)];
}

function standards(): Page {
  return {
    ...frame('儿童福利补贴标准表', '元', [sampleNote()]),
    header: [['序号', '补贴项目', '类别', '标准', '计量单位'].map((text) => ({ text }))],
    columns: [
      column('middle', 6),
      column('label', 36),
      column('middle', 16),
      column('money', 14),
      column('middle', 14),
    ],
    body: childStandards.map(({ programme, kind, standard }, at) => ({
      cells: [at + 1, programme, kind, standard, '元/人·月'],
    })),
  };
}

function roster({ id, name, sheet, children }: ChildProgramme): Page {
  const note = `人数 ${stated(`programme.${id}.persons`)}、金额 ${stated(`programme.${id}.amount`)}`;
  const invented = '注：姓名是编的，身份证号用的是不存在的地区代码，没有这些人。';
  const headings = ['序号', '乡镇', '姓名', '身份证号', '类别', '标准', '月数', '金额', '备注'];
  const total = children.reduce((sum, child) => sum + paidTo(child), 0);
  return {
    ...frame(`${name}发放花名册`, '元', [sampleNote(note), invented], { sheet }),
    header: [headings.map((text) => ({ text }))],
    columns: [
      ...columns(2, 'middle', 9),
      column('middle', 11),
      column('middle', 22),
      column('middle', 11),
      column('money', 12),
      column('count', 7),
      column('money', 15),
      column('text', 28),
    ],
    body: [
      ...children.map((child, at) => ({
        cells: [
          at + 1,
          child.township,
          child.name,
          child.identity,
          child.kind,
          child.standard,
          monthsPaid(child),
          paidTo(child),
          child.remark,
        ],
      })),
      { cells: [{ value: '合计', across: 7, look: 'middle' as const }, total, null], strong: true },
    ],
  };
}
