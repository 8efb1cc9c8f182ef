import type { PackagePart } from './rich-workbook-package';
import { MAIN, OFFICE_TYPE, SPREADSHEET_TYPE, XML } from './rich-workbook-package';

/** Looks of cells in the order of LOOK, with what a workbook of some years has besides. */
export function stylesPart(): PackagePart {
  const fonts = [
    '<font><sz val="11"/><color theme="1"/><name val="宋体"/><family val="3"/><charset val="134"/><scheme val="minor"/></font>',
    '<font><b/><sz val="16"/><name val="黑体"/><family val="3"/><charset val="134"/></font>',
    '<font><b/><sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/></font>',
  ];
  const solid = (color: string): string =>
    `<fill><patternFill patternType="solid"><fgColor rgb="${color}"/><bgColor indexed="64"/></patternFill></fill>`;
  const fills = [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
    solid('FFD9E1F2'),
    solid('FFFFF2CC'),
  ];
  const side = (name: string): string => `<${name} style="thin"><color auto="1"/></${name}>`;
  const borders = [
    '<border><left/><right/><top/><bottom/><diagonal/></border>',
    `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`,
  ];
  const center = '<alignment horizontal="center" vertical="center" wrapText="1"/>';
  const looks = [
    look(0, 0, 0, 0),
    look(0, 1, 0, 0, center),
    look(0, 2, 2, 1, center),
    look(49, 0, 0, 1),
    look(4, 0, 0, 1),
    // 31 is yyyy"年"m"月"d"日" in Chinese editions and has no format code in any file.
    look(31, 0, 0, 1),
    look(177, 0, 0, 1),
    look(0, 0, 3, 1, '<protection locked="0"/>'),
  ];
  const formats = [
    '<numFmt numFmtId="176" formatCode="#,##0.00&quot;万元&quot;"/>',
    '<numFmt numFmtId="177" formatCode="0.00%;\\-0.00%"/>',
  ];
  const differences = [
    '<dxf><font><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf>',
    '<dxf><font><b/></font></dxf>',
  ];
  const slicers =
    '<ext uri="{EB79DEF2-80B8-43e5-95BD-54CBDDF9020C}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:slicerStyles defaultSlicerStyle="SlicerStyleLight1"/></ext>';
  const inside = [
    counted('numFmts', formats),
    counted('fonts', fonts),
    counted('fills', fills),
    counted('borders', borders),
    counted('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
    counted('cellXfs', looks),
    counted('cellStyles', ['<cellStyle name="常规" xfId="0" builtinId="0"/>']),
    counted('dxfs', differences),
    '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/>',
    `<extLst>${slicers}</extLst>`,
  ];
  return {
    name: 'xl/styles.xml',
    contentType: `${SPREADSHEET_TYPE}.styles+xml`,
    content: `${XML}<styleSheet xmlns="${MAIN}">${inside.join('')}</styleSheet>`,
  };
}

function counted(name: string, elements: readonly string[]): string {
  return `<${name} count="${elements.length}">${elements.join('')}</${name}>`;
}

function look(format: number, font: number, fill: number, border: number, inside = ''): string {
  const applied = `${format ? ' applyNumberFormat="1"' : ''}${inside.startsWith('<a') ? ' applyAlignment="1"' : ''}${inside.startsWith('<p') ? ' applyProtection="1"' : ''}`;
  const numbers = `numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"${applied}`;
  return inside === '' ? `<xf ${numbers}/>` : `<xf ${numbers}>${inside}</xf>`;
}

/** The theme: colours and fonts that other parts name by number. */
export function themePart(): PackagePart {
  const system = (name: string, value: string, last: string): string =>
    `<a:${name}><a:sysClr val="${value}" lastClr="${last}"/></a:${name}>`;
  const rgb = (name: string, value: string): string => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`;
  const accents = ['4F81BD', 'C0504D', '9BBB59', '8064A2', '4BACC6', 'F79646'];
  const colors = [
    system('dk1', 'windowText', '000000'),
    system('lt1', 'window', 'FFFFFF'),
    rgb('dk2', '1F497D'),
    rgb('lt2', 'EEECE1'),
    ...accents.map((value, index) => rgb(`accent${index + 1}`, value)),
    rgb('hlink', '0000FF'),
    rgb('folHlink', '800080'),
  ];
  const fonts = (name: string): string =>
    `<a:${name}><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/><a:font script="Hans" typeface="宋体"/></a:${name}>`;
  const three = (one: string): string => one.repeat(3);
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const effects = `<a:fillStyleLst>${three(fill)}</a:fillStyleLst><a:lnStyleLst>${three(`<a:ln w="9525">${fill}</a:ln>`)}</a:lnStyleLst><a:effectStyleLst>${three('<a:effectStyle><a:effectLst/></a:effectStyle>')}</a:effectStyleLst><a:bgFillStyleLst>${three(fill)}</a:bgFillStyleLst>`;
  const elements = `<a:clrScheme name="Office">${colors.join('')}</a:clrScheme><a:fontScheme name="Office">${fonts('majorFont')}${fonts('minorFont')}</a:fontScheme><a:fmtScheme name="Office">${effects}</a:fmtScheme>`;
  return {
    name: 'xl/theme/theme1.xml',
    contentType: `${OFFICE_TYPE}.theme+xml`,
    content: `${XML}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office"><a:themeElements>${elements}</a:themeElements></a:theme>`,
  };
}
