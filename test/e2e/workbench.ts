import type { Page } from '@playwright/test'
import { expect, openContext } from './open.ts'

export const exclusive = 'Exclusive alliance'

export const row = (page: Page, name: string) => page.getByRole('group', { name, exact: true })
export const sheet = (page: Page) => page.getByRole('dialog')
export const mean = (page: Page, name: string) => row(page, name).locator('.mean b')
export const nameOf = (page: Page) => page.getByLabel('Name of the study')
export const undo = (page: Page) => page.getByRole('button', { name: /^(Undo:|Nothing to undo)/ })

/** Out of any field, so that keys belong to the page. */
export async function press(page: Page, key: string): Promise<void> {
  await page.locator('main').focus()
  await page.keyboard.press(key)
}

export async function openScenarios(page: Page): Promise<void> {
  await openContext(page, /^Scenario:/)
  await page.getByRole('button', { name: /^Change the scenarios/ }).click()
  await expect(sheet(page)).toBeVisible()
}

export async function rename(page: Page, name: string): Promise<void> {
  await nameOf(page).fill(name)
  await nameOf(page).press('Enter')
}

/** The library of studies. */
export async function openSheet(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Study', exact: true }).click()
  await page.getByRole('button', { name: /Studies in this browser/ }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
}

export async function openExample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Study', exact: true }).click()
  await page.getByRole('button', { name: /Open the example/ }).click()
  await expect(nameOf(page)).toHaveValue('Trainium disappoints')
}
