-- A shop, as its tester wrote it; names need quotes here and there.
SET NAMES utf8mb4;
/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;
DROP TABLE IF EXISTS `order items`;
CREATE DATABASE IF NOT EXISTS `My Shop`;
USE `My Shop`;

CREATE TABLE `order` (
  `id` int unsigned NOT NULL AUTO_INCREMENT,
  `Customer` bigint NOT NULL,
  `placed at` datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
  `state` enum('new','it''s paid','gone') NOT NULL DEFAULT 'new',
  `total` decimal(12,2) DEFAULT NULL,
  `gross` decimal(14,4) GENERATED ALWAYS AS (`total` * 1.19) STORED,
  PRIMARY KEY (`id`),
  KEY `by customer` (`Customer`,`state`) /*!80000 INVISIBLE */,
  UNIQUE KEY `when` (`placed at`,`id`),
  CONSTRAINT `fk``customer` FOREIGN KEY (`Customer`) REFERENCES `My Shop`.`kunden` (`nr`) ON DELETE CASCADE
) ENGINE=InnoDB AUTO_INCREMENT=4 DEFAULT CHARSET=utf8mb4;

CREATE TABLE kunden (
  nr bigint PRIMARY KEY,
  `größe` double DEFAULT 1.5,
  name varchar(40) COLLATE utf8mb4_bin NOT NULL,
  papers json,
  secret tinyint /*!80023 INVISIBLE */ DEFAULT 7,
  FULLTEXT KEY words (name),
  KEY `lower` ((lower(`name`))),
  CONSTRAINT positive CHECK (nr >= 0)
);

CREATE TABLE `order items` (
  `order` int unsigned NOT NULL,
  `line` smallint NOT NULL,
  `what` varbinary(16) NOT NULL,
  `flags` bit(5) DEFAULT b'1',
  PRIMARY KEY (`order`,`line`)
) PARTITION BY RANGE (`order`) (PARTITION low VALUES LESS THAN (2), PARTITION `all` VALUES LESS THAN MAXVALUE);

CREATE TABLE shops (
  id int NOT NULL PRIMARY KEY,
  place point NOT NULL SRID 4326,
  SPATIAL KEY near (place)
);

CREATE TABLE t1 (c1 int, i1 set('a','b'), KEY i1 (c1)) ENGINE=MyISAM;

LOCK TABLES `order` WRITE;
INSERT INTO `kunden` (nr, `größe`, name, papers) VALUES
  (1, 1.75, 'Ada', '{"n": [1, 2]}'), (2, NULL, 'Bo;b', NULL), (3, -2.5, 'Čapek', '[]');
INSERT INTO `order` (`id`, `Customer`, `placed at`, `state`, `total`) VALUES
  (1, 1, '2024-01-02 03:04:05.678', 'it''s paid', 12.50), (2, 3, '2024-02-29 00:00:00', 'new', NULL);
INSERT INTO `order items` VALUES (1, 1, X'00FF', b'101'), (1, 2, _binary 'abc', b'0'), (2, 1, X'', NULL);
INSERT INTO shops VALUES (1, ST_GeomFromText('POINT(52.5 13.4)', 4326));
INSERT INTO t1 VALUES (1, 'a'), (2, 'a,b');
UNLOCK TABLES;

CREATE ALGORITHM=UNDEFINED DEFINER=`nobody`@`nowhere` SQL SECURITY DEFINER VIEW `big customers` AS
  select `s`.`name` AS `name`, `s`.`sum` AS `sum` from `sums` `s` where `s`.`sum` > 10;
CREATE VIEW sums AS
  select `k`.`name` AS `name`, sum(`o`.`total`) AS `sum`, concat(`k`.`name`, '!') AS `shout`, count(0) AS `n`
  from `My Shop`.`kunden` `k` left join `order` `o` on `o`.`Customer` = `k`.`nr` group by `k`.`name`;
CREATE VIEW foreigners AS SELECT user AS u FROM mysql.user;
CREATE VIEW named AS SELECT nr, name FROM kunden WHERE nr > 0;
CREATE TRIGGER tr BEFORE INSERT ON t1 FOR EACH ROW SET NEW.c1 = 1;
