<?xml version="1.0" encoding="utf-8"?>
<!-- The summaries of fields, one a line: the type, the field and what it says, parted by tabs. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text" encoding="utf-8" />
  <xsl:template match="/">
    <xsl:for-each select="//member[starts-with(@name, 'F:CognitoPools.')]">
      <xsl:value-of select="concat(substring-after(@name, 'F:'), '&#9;', normalize-space(summary), '&#10;')" />
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
