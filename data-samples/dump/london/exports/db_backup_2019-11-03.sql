-- MySQL dump 10.13  Distrib 5.7.27, for Linux (x86_64)
--
-- Host: db-prod-2    Database: harleybay
-- ------------------------------------------------------
/*!40101 SET NAMES utf8mb4 */;

DROP TABLE IF EXISTS `clients`;
CREATE TABLE `clients` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `full_name` varchar(120) NOT NULL,
  `date_of_birth` date DEFAULT NULL,
  `email` varchar(160) DEFAULT NULL,
  `mobile` varchar(24) DEFAULT NULL,
  `card_number` varchar(19) DEFAULT NULL,
  `last_procedure` varchar(120) DEFAULT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `clients` WRITE;
INSERT INTO `clients` VALUES (1,'Mungo Goodacre','1957-04-23','mungo.goodacre43@mailbox.example','07700 900758','4000001065122517','Chemical peel'),
(2,'Alice Merriweather','1983-09-08','alice.merriweather14@mailbox.example','07700 900742',NULL,'Upper blepharoplasty'),
(3,'Nerys Dunmore','1985-06-10','nerys.dunmore34@mailbox.example','07700 900984',NULL,'Implant LL6'),
(4,'Mungo Jellicoe','1968-05-17','mungo.jellicoe33@mailbox.example','07700 900198',NULL,'Composite bonding'),
(5,'Callum Fairbrass','1980-12-18','callum.fairbrass38@mailbox.example','07700 900673','4000008121155357','Upper blepharoplasty'),
(6,'Tamsin Entwistle','1976-10-27','tamsin.entwistle44@mailbox.example','07700 900154',NULL,'Chemical peel'),
(7,'Bethany Quillfeather','1963-12-03','bethany.quillfeather38@mailbox.example','07700 900560',NULL,'Upper blepharoplasty'),
(8,'Bethany Kilbride','1960-03-07','bethany.kilbride27@mailbox.example','07700 900372',NULL,'Dermal filler, lips'),
(9,'Nerys Ollerenshaw','1972-02-08','nerys.ollerenshaw43@mailbox.example','07700 900276','4000002040817957','Botulinum toxin, forehead'),
(10,'Freya Kilbride','1984-05-14','freya.kilbride80@mailbox.example','07700 900117',NULL,'Implant LL6'),
(11,'Rhiannon Entwistle','1950-01-12','rhiannon.entwistle91@mailbox.example','07700 900842',NULL,'Abdominoplasty'),
(12,'Ivo Fairbrass','1988-04-16','ivo.fairbrass40@mailbox.example','07700 900605',NULL,'Breast augmentation'),
(13,'Jemima Merriweather','1958-04-01','jemima.merriweather67@mailbox.example','07700 900886','4000003437529478','Breast augmentation'),
(14,'Sunita Cadwallader','1950-03-16','sunita.cadwallader87@mailbox.example','07700 900981',NULL,'Invisible aligners'),
(15,'Jemima Birtwhistle','1964-09-14','jemima.birtwhistle79@mailbox.example','07700 900633',NULL,'Invisible aligners'),
(16,'Lorna Merriweather','1991-08-19','lorna.merriweather44@mailbox.example','07700 900622',NULL,'Hair transplant'),
(17,'Rhiannon Jellicoe','1985-01-27','rhiannon.jellicoe71@mailbox.example','07700 900345','4000003081192359','Chemical peel'),
(18,'Nerys Rowbottom','1986-12-22','nerys.rowbottom29@mailbox.example','07700 900417',NULL,'Botulinum toxin, forehead'),
(19,'Bethany Goodacre','1986-08-07','bethany.goodacre53@mailbox.example','07700 900603',NULL,'Upper blepharoplasty'),
(20,'Nerys Fairbrass','1975-02-26','nerys.fairbrass55@mailbox.example','07700 900194',NULL,'Implant LL6');
UNLOCK TABLES;

-- Dump completed on 2019-11-03  2:00:07
