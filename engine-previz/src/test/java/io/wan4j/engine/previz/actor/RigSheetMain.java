package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Raster;
import java.awt.Color;
import java.awt.Graphics2D;
import java.io.File;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;

/** Draws a sheet of rigs for looking at: {@code RigSheetMain out.png ACTION name...}. */
final class RigSheetMain {
  private RigSheetMain() {}

  public static void main(String[] words) throws IOException {
    List<String> names = List.of(words).subList(2, words.length);
    Motion motion = Motion.valueOf(words[1]);
    int columns = Math.min(5, names.size());
    int rows = (names.size() + columns - 1) / columns;
    Raster sheet = new Raster(columns * 380, rows * 360);
    Graphics2D brush = sheet.brush();
    brush.setColor(new Color(0xE8DCC4));
    brush.fillRect(0, 0, sheet.width(), sheet.height());
    for (int i = 0; i < names.size(); i++) {
      Graphics2D cell = (Graphics2D) brush.create();
      cell.translate(380 * (i % columns) + 175, 360 * (i / columns) + 330);
      cell.setColor(new Color(0xC8BCA4));
      cell.drawLine(-160, 0, 160, 0);
      Rig rig = Rigs.named(names.get(i), i);
      cell.setColor(new Color(0x988C74));
      cell.drawString(names.get(i), -160, 20);
      rig.draw(cell, new Pose(motion, 1.3, 0.12 * i + 0.1, motion == Motion.TALK ? 0.6 : 0));
      cell.dispose();
    }
    brush.dispose();
    ImageIO.write(sheet.image(), "png", new File(words[0]));
  }
}
