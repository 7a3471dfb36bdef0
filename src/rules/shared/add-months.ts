export { addMonths } from '#model/calendar.ts';
